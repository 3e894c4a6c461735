using Addon.Core.Common;

namespace Addon.Core.Scopes;

/// <summary>Which scope may stand below which: kinds strictly get higher on the way up, so there is never a circle.</summary>
public static class ScopeTree
{
    /// <summary>Null when a scope of <paramref name="kind"/> may stand below <paramref name="parent"/>; else why not.</summary>
    /// <param name="kind">The scope's kind.</param>
    /// <param name="parent">The scope above, or null when it stands below none.</param>
    public static DomainError? Check(ScopeKind kind, Scope? parent) => (kind, parent) switch
    {
        (_, null) => null,
        (ScopeKind.Company, _) => Refuse("scope.company_has_no_parent", "The company is the top; it stands below nothing."),
        _ when parent.Kind >= kind => Refuse("scope.parent_not_higher", "Choose a scope of a higher kind: a team stands below a department or the company, a department below the company."),
        _ => null,
    };

    private static DomainError Refuse(string code, string message) => DomainError.Invalid(new FieldError("parentId", code, message));
}
