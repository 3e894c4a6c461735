using Addon.Core.Cycles;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Cycles;

public sealed class CycleTests
{
    [Theory]
    [InlineData("2026-01-01", "2026 Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-11-21", "2026 Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2028-02-29", "2028 Q1", "2028-01-01", "2028-03-31")]
    public void A_Day_Lies_In_Its_Calendar_Quarter(string day, string name, string start, string end)
    {
        var cycle = Cycle.QuarterOf(DateOnly.Parse(day, null));

        (cycle.Name, cycle.Start, cycle.End).ShouldBe((name, DateOnly.Parse(start, null), DateOnly.Parse(end, null)));
    }
}
