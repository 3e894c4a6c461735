using Addon.Core.Common;
using Addon.Core.Cycles;

namespace Addon.Web.Data.Cycles;

/// <summary>A cycle as it is read.</summary>
internal sealed class CycleRow
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public int Kind { get; set; }

    public DateOnly StartOn { get; set; }

    public DateOnly EndOn { get; set; }

    public int State { get; set; }

    public DateTimeOffset? ClosingSince { get; set; }

    public int Version { get; set; }

    public Cycle ToCycle() => new()
    {
        Id = new CycleId(Id),
        Name = Name,
        Kind = (CycleKind)Kind,
        Start = StartOn,
        End = EndOn,
        State = (CycleState)State,
        ClosingSince = ClosingSince,
        Version = Version,
    };
}
