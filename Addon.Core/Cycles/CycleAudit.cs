using System.Globalization;
using Addon.Core.Audit;
using Addon.Core.Common;

namespace Addon.Core.Cycles;

/// <summary>What the audit says about cycles.</summary>
internal static class CycleAudit
{
    public static AuditEntry Added(AccountId actor, Cycle cycle) => Entry(actor, "cycle.added", cycle.Id, null, Facts(cycle));

    public static AuditEntry Changed(AccountId actor, string action, Cycle before, Cycle after) => Entry(actor, action, before.Id, Facts(before), Facts(after));

    public static AuditEntry Closed(AccountId actor, Cycle before, Cycle after, CycleSnapshot snapshot)
    {
        var facts = Facts(after);
        facts["snapshot"] = snapshot.Id.ToString("D");
        return Entry(actor, "cycle.closed", before.Id, Facts(before), facts);
    }

    public static AuditEntry CarriedForward(AccountId actor, Cycle from, Cycle into, int objectives, int keyResults) => Entry(
        actor,
        "cycle.carried_forward",
        from.Id,
        null,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["into"] = into.Id.Value.ToString("D"),
            ["objectives"] = objectives.ToString(CultureInfo.InvariantCulture),
            ["keyResults"] = keyResults.ToString(CultureInfo.InvariantCulture),
        });

    private static AuditEntry Entry(AccountId actor, string action, CycleId cycle, Dictionary<string, string?>? before, Dictionary<string, string?>? after) =>
        AuditEntry.ByPerson(actor, action, "cycle", cycle.Value.ToString("D"), before, after);

    private static Dictionary<string, string?> Facts(Cycle cycle) => new(StringComparer.Ordinal)
    {
        ["name"] = cycle.Name,
        ["kind"] = cycle.Kind.ToString(),
        ["start"] = cycle.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["end"] = cycle.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["state"] = cycle.State.ToString(),
    };
}
