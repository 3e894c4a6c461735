namespace Addon.Core.Common;

/// <summary>One invalid input.</summary>
/// <param name="Field">The field's name as the API spells it (camel case), or empty for the whole input.</param>
/// <param name="Code">Stable code (<c>key_result.from_equals_to</c>).</param>
/// <param name="Message">What is wrong and what would be right, in one sentence.</param>
public sealed record FieldError(string Field, string Code, string Message);
