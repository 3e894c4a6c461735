#pragma warning disable MA0048 // The parts are read with the whole.
using Addon.Core.Cycles;

namespace Addon.Web.Cycles;

/// <summary>What was carried.</summary>
/// <param name="Objectives">The new drafts.</param>
/// <param name="KeyResults">How many key results they have.</param>
/// <param name="Skipped">How many objectives had been carried before.</param>
internal sealed record CarryForwardResponse(IReadOnlyList<CarriedObjective> Objectives, int KeyResults, int Skipped)
{
    /// <summary>The result in the API's words.</summary>
    public static CarryForwardResponse Of(CarryForwardResult result) => new(
        [.. result.Drafts.Objectives.Select(o => new CarriedObjective(o.Id.Value, o.Key, o.CarriedFrom!.Value.Value))], result.Drafts.KeyResults.Count, result.Skipped);
}

/// <summary>One draft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="CarriedFrom">The objective that it carries on.</param>
internal sealed record CarriedObjective(Guid Id, string Key, Guid CarriedFrom);
