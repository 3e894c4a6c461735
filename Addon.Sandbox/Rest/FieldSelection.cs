using System.Text.Json.Nodes;

namespace Addon.Sandbox.Rest;

/// <summary>The <c>fields</c> of a request: names, <c>*all</c>, <c>*navigable</c>, and a minus for what is not wanted.</summary>
internal sealed class FieldSelection
{
    private readonly string[] _wanted;
    private readonly string[] _unwanted;
    private readonly bool _all;

    private FieldSelection(IReadOnlyList<string> names)
    {
        _all = names.Any(n => n is "*all" or "*navigable") || names.All(n => n.StartsWith('-'));
        _wanted = [.. names.Where(n => !n.StartsWith('-'))];
        _unwanted = [.. names.Where(n => n.StartsWith('-')).Select(n => n[1..])];
    }

    /// <summary>Reads comma-separated, repeatable values; nothing at all means <paramref name="otherwise"/>.</summary>
    public static FieldSelection Read(IEnumerable<string?> values, string otherwise)
    {
        string[] names = [.. values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        return new FieldSelection(names.Length == 0 ? [otherwise] : names);
    }

    /// <summary>Drops from an issue what was not asked for; without any field the issue has no <c>fields</c> at all.</summary>
    public JsonObject Apply(JsonObject issue)
    {
        var fields = issue["fields"]!.AsObject();
        foreach (var name in fields.Select(f => f.Key).ToList())
        {
            if (!(_all || _wanted.Contains(name, StringComparer.Ordinal)) || _unwanted.Contains(name, StringComparer.Ordinal))
            {
                fields.Remove(name);
            }
        }

        if (_wanted is ["id"])
        {
            return new JsonObject { ["id"] = issue["id"]!.GetValue<string>() };
        }

        return issue;
    }
}
