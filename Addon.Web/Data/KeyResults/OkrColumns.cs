namespace Addon.Web.Data.KeyResults;

/// <summary>Column lists that several statements share, in the names of the row classes; the aliases are o for objective, k for key result.</summary>
internal static class OkrColumns
{
    public const string Objective =
        "o.id, o.number, o.scope_id, o.cycle_id, o.title, o.parent_objective_id, o.parent_key_result_id, o.contribution, o.version";

    public const string KeyResult =
        "k.id, k.number, k.objective_id, k.title, k.direction, k.from_value, k.to_value, k.unit, k.per, k.owner, k.state, k.current_value, k.current_at, k.version";
}
