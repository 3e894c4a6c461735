using Addon.Core.Common;

namespace Addon.Web.Http;

/// <summary>The version that a person saw when they edited: without it an edit could silently undo somebody else's.</summary>
internal static class EditedVersion
{
    /// <summary>The version, or the refusal of an edit without one.</summary>
    /// <param name="version">What was sent.</param>
    /// <param name="code">The code of the refusal.</param>
    public static Outcome<int> Require(int? version, string code) => version is { } sent
        ? sent
        : DomainError.Invalid(new FieldError("version", code, "Say which version was edited."));
}
