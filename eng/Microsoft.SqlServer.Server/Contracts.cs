#pragma warning disable MA0048 // The four contracts are one stand-in; they live and go together.
namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialised.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The engine's own serialisation.</summary>
    Native = 1,

    /// <summary>Serialised by the type itself.</summary>
    UserDefined = 2,
}

/// <summary>A type that writes and reads its own bytes.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the state from <paramref name="r"/>.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the state to <paramref name="w"/>.</summary>
    void Write(BinaryWriter w);
}

/// <summary>Thrown when a type is no valid user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception for <paramref name="udtType"/>.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType}' is an invalid user-defined type: {resourceReason}");
}

/// <summary>Marks a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How the type is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Largest size in bytes, or -1.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every instance has the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that validates an instance.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name.</summary>
    public string? Name { get; set; }
}
