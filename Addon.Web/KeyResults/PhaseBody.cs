using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.KeyResults;

/// <summary>A target on the way, in and out.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The value on it.</param>
internal sealed record PhaseBody(DateOnly Day, decimal Value)
{
    /// <summary>The list that the domain judges.</summary>
    public static ValueList<PhasedTarget> Read(IReadOnlyList<PhaseBody?>? phases) =>
        phases is null ? ValueList<PhasedTarget>.Empty : new(phases.OfType<PhaseBody>().Select(p => new PhasedTarget(p.Day, p.Value)));

    /// <summary>The list in the API's words.</summary>
    public static IReadOnlyList<PhaseBody> Write(ValueList<PhasedTarget> phases) => [.. phases.Select(p => new PhaseBody(p.Day, p.Value))];
}
