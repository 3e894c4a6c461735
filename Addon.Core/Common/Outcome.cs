using System.Diagnostics.CodeAnalysis;

namespace Addon.Core.Common;

/// <summary>A value, or the reason there is none.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public sealed class Outcome<T>
{
    private Outcome(T? value, DomainError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value of a success.</summary>
    public T? Value { get; }

    /// <summary>The reason of a refusal, or null.</summary>
    public DomainError? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

#pragma warning disable CA1000 // The type argument has to be said where T is an interface: C# knows no conversion from one.
    /// <summary>A success; for a <typeparamref name="T"/> that is an interface, which the conversion below cannot take.</summary>
    public static Outcome<T> Success(T value) => new(value, null);
#pragma warning restore CA1000

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(DomainError error) => new(default, error);
}
