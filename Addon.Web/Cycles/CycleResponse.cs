using Addon.Core.Cycles;
using Addon.Web.Http;

namespace Addon.Web.Cycles;

/// <summary>A cycle as the API gives it.</summary>
internal sealed record CycleResponse(Guid Id, string Name, string Kind, DateOnly Start, DateOnly End, string State, DateTimeOffset? ClosingSince, int Version)
{
    /// <summary>The cycle in the API's words.</summary>
    public static CycleResponse Of(Cycle cycle) => new(
        cycle.Id.Value, cycle.Name, WireEnum.Of(cycle.Kind), cycle.Start, cycle.End, WireEnum.Of(cycle.State), cycle.ClosingSince, cycle.Version);
}
