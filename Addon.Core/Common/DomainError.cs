namespace Addon.Core.Common;

/// <summary>Why a use case was refused. The edge turns it into its own protocol's answer; the domain knows no status codes.</summary>
/// <param name="Kind">The family of the refusal.</param>
/// <param name="Code">Stable, lower-case, dotted; clients may match it (<c>answer.too_many_key_results</c>).</param>
/// <param name="Message">One sentence for a person, free of other people's data.</param>
public sealed record DomainError(ErrorKind Kind, string Code, string Message)
{
    /// <summary>What is wrong with which field; empty unless <see cref="Kind"/> is <see cref="ErrorKind.Invalid"/>.</summary>
    public IReadOnlyList<FieldError> Fields { get; init; } = [];

    /// <summary>A refusal because of one or more fields.</summary>
    public static DomainError Invalid(params IReadOnlyList<FieldError> fields) =>
        new(ErrorKind.Invalid, fields[0].Code, fields[0].Message) { Fields = fields };
}
