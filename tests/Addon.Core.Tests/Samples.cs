using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Core.Tests;

internal static class Samples
{
    public static readonly AccountId Person = new("5b10a2844c20165700ede21g");

    public static KeyResult KeyResult(int number = 3) => new()
    {
        Id = KeyResultId.New(),
        Number = number,
        Objective = ObjectiveId.New(),
        Title = "Reduce P1 incidents",
        Direction = KeyResultDirection.Decrease,
        From = 12,
        To = 4,
        Unit = "incidents",
        Per = KeyResultPeriod.Month,
        Owner = Person,
        State = KeyResultState.Active,
    };

    public static KeyResultDraft Draft() => new()
    {
        Title = "Reduce P1 incidents",
        Target = new KeyResultTarget { From = 12, To = 4 },
        Unit = "incidents",
        Per = KeyResultPeriod.Month,
        Owner = Person,
    };
}
