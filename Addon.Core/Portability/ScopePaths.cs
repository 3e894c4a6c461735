using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>Names scopes by their path. The same scopes get the same paths on every site, whatever their ids are there.</summary>
public static class ScopePaths
{
    /// <summary>What stands between the names.</summary>
    public const string Separator = " / ";

    private const int MostSteps = 8;

    /// <summary>The path of each scope. Of two that would have the same one, the one with the smaller project comes first and the other is numbered: <c>Payments ~2</c>.</summary>
    public static IReadOnlyDictionary<ScopeId, string> Of(IReadOnlyList<Scope> scopes, IEnumerable<(ScopeId Scope, ProjectId Project)> projects)
    {
        var byId = scopes.ToDictionary(s => s.Id);
        var first = projects.GroupBy(p => p.Scope).ToDictionary(g => g.Key, g => g.Min(p => p.Project.Value));
        Dictionary<ScopeId, string> paths = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var scope in scopes.OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => first.GetValueOrDefault(s.Id, long.MaxValue)).ThenBy(s => s.Id.Value))
        {
            paths[scope.Id] = Unique(PlainPath(scope, byId), taken);
        }

        return paths;
    }

    /// <summary>The names in a path.</summary>
    public static IReadOnlyList<string> Split(string path) => [.. path.Split(Separator).Select(Unescape)];

    /// <summary>The path of some names.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(Separator, names.Select(Escape));

    private static string PlainPath(Scope scope, Dictionary<ScopeId, Scope> byId)
    {
        List<string> names = [scope.Name];
        for (var step = scope; names.Count < MostSteps && step.Parent is { } parent && byId.TryGetValue(parent, out var above); step = above)
        {
            names.Insert(0, above.Name);
        }

        return Join(names);
    }

    private static string Unique(string path, HashSet<string> taken)
    {
        var candidate = path;
        for (var n = 2; !taken.Add(candidate); n++)
        {
            candidate = $"{path} ~{n}";
        }

        return candidate;
    }

    // A name that holds the separator itself must not read as two.
    private static string Escape(string name) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(" / ", " \\/ ", StringComparison.Ordinal);

    private static string Unescape(string name) => name.Replace(" \\/ ", " / ", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
