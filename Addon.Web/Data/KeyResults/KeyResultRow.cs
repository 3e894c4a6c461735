using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.Data.KeyResults;

/// <summary>A key result as it is read.</summary>
internal class KeyResultRow
{
    public Guid Id { get; set; }

    public int Number { get; set; }

    public Guid ObjectiveId { get; set; }

    public string Title { get; set; } = "";

    public int Direction { get; set; }

    public decimal FromValue { get; set; }

    public decimal ToValue { get; set; }

    public string Unit { get; set; } = "";

    public int Per { get; set; }

    public string Owner { get; set; } = "";

    public int State { get; set; }

    public decimal? CurrentValue { get; set; }

    public DateTimeOffset? CurrentAt { get; set; }

    public int Version { get; set; }

    public KeyResult ToKeyResult() => new()
    {
        Id = new KeyResultId(Id),
        Number = Number,
        Objective = new ObjectiveId(ObjectiveId),
        Title = Title,
        Direction = (KeyResultDirection)Direction,
        From = FromValue,
        To = ToValue,
        Unit = Unit,
        Per = (KeyResultPeriod)Per,
        Owner = new AccountId(Owner),
        State = (KeyResultState)State,
        Current = CurrentValue,
        CurrentAt = CurrentAt,
        Version = Version,
    };
}
