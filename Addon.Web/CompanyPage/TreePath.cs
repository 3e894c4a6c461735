using Addon.Core.Company;
using Addon.Web.Http;

namespace Addon.Web.CompanyPage;

/// <summary>Where the API has the parts of the tree, from its root on. Each path takes more parameters at its end.</summary>
internal static class TreePath
{
    /// <summary>The objectives of the company.</summary>
    public const string Top = "company/top?";

    /// <summary>What each scope has.</summary>
    public const string Scopes = "company/scopes?";

    /// <summary>What is inside of an objective.</summary>
    public static string Objective(Guid id) => $"company/tree/{id}?";

    /// <summary>What serves a key result of an objective, or the objective as a whole.</summary>
    public static string ServedBy(Guid objective, Guid? keyResult) =>
        $"company/tree/{objective}/served-by?" + (keyResult is { } id ? $"keyResult={id}&" : "");

    /// <summary>The objectives of a scope that stand beside the tree.</summary>
    public static string Group(CompanyGroup group) => $"company/groups/{WireEnum.Of(group.Place)}/{group.Scope.Id.Value}?";
}
