namespace Addon.Web.Portability;

/// <summary>The columns of the table (<c>docs/import-export.md</c>).</summary>
internal static class CsvColumns
{
    /// <summary>In the order of an export. The last ones are computed: an import knows and ignores them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "scope", "scope_kind", "scope_mapping_owner", "cycle", "cycle_start", "cycle_end",
        "objective_key", "objective", "objective_owner", "why", "serves", "contribution", "standalone_reason",
        "key", "title", "metric", "type", "direction", "from", "to", "low", "high", "unit", "per", "weight", "owner", "how_work_moves_it", "source", "phases", "due",
        "state", "end_reason", "redirect", "change_reason", "value", "value_at",
        .. Computed,
    ];

    /// <summary>What an import never reads.</summary>
    public static IReadOnlyList<string> Computed => ["objective_state", "progress", "confidence", "last_check_in"];

    /// <summary>The column of a field of the domain.</summary>
    public static string Of(string field) => field switch
    {
        "" => "",
        "dueOn" => "due",
        "parent" or "parentObjectiveId" or "parentKeyResultId" => "serves",
        _ => string.Concat(field.Select(c => char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : c.ToString())),
    };
}
