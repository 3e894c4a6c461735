using Addon.Core.Common;
using Addon.Core.Cycles;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Cycles;

public sealed class CycleDraftTests
{
    private static readonly DateOnly First = new(2027, 1, 1);

    private static CycleDraft Draft { get; } = new() { Name = "2027 Q1", Kind = CycleKind.Quarter, Start = First, End = new DateOnly(2027, 3, 31) };

    [Theory]
    [InlineData(14, null)]
    [InlineData(400, null)]
    [InlineData(13, "cycle.too_short")]
    [InlineData(401, "cycle.too_long")]
    [InlineData(1, "cycle.end_not_after_start")]
    [InlineData(-5, "cycle.end_not_after_start")]
    public void A_Cycle_Takes_14_To_400_Days(int days, string? code) =>
        (Draft with { End = First.AddDays(days - 1) }).Validate().Select(e => e.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void Everything_That_Is_Missing_Is_Told_At_Once() =>
        new CycleDraft { Name = "", Kind = null, Start = null, End = null }.Validate().Select(e => $"{e.Field}:{e.Code}")
            .ShouldBe(["name:cycle.name_missing", "kind:cycle.kind_invalid", "start:cycle.start_missing", "end:cycle.end_missing"]);

    [Fact]
    public void A_Name_Is_Short_And_Plain()
    {
        (Draft with { Name = new string('a', 61) }).Validate().Select(e => e.Code).ShouldBe(["cycle.name_too_long"]);
        (Draft with { Name = "a\u0007" }).Validate().Select(e => e.Code).ShouldBe(["cycle.name_invalid"]);
    }

    public static TheoryData<CycleState, CycleState, bool> Transitions
    {
        get
        {
            (CycleState, CycleState)[] legal =
            [
                (CycleState.Planned, CycleState.Active), (CycleState.Active, CycleState.Closing), (CycleState.Closing, CycleState.Closed), (CycleState.Closed, CycleState.Closing),
            ];
            var all = new TheoryData<CycleState, CycleState, bool>();
            foreach (var from in Enum.GetValues<CycleState>())
            {
                foreach (var to in Enum.GetValues<CycleState>())
                {
                    all.Add(from, to, legal.Contains((from, to)));
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Transitions))]
    public void States_Follow_Each_Other_As_The_Rules_Say(CycleState from, CycleState to, bool allowed) => CycleLifecycle.Allows(from, to).ShouldBe(allowed);

    [Theory]
    [InlineData(CycleKind.Quarter, CycleState.Active, "2027-03-31", true)]
    [InlineData(CycleKind.Quarter, CycleState.Active, "2027-04-01", false)]
    [InlineData(CycleKind.Year, CycleState.Active, "2027-03-31", false)]
    [InlineData(CycleKind.Quarter, CycleState.Planned, "2027-03-31", false)]
    [InlineData(CycleKind.Quarter, CycleState.Closing, "2027-03-31", false)]
    public void Active_Cycles_Of_A_Kind_Share_No_Day(CycleKind kind, CycleState state, string start, bool overlaps)
    {
        var cycle = Draft.WriteTo(new Cycle { Id = CycleId.New(), Name = "", Start = default, End = default });
        var other = new Cycle { Id = CycleId.New(), Name = "Other", Kind = kind, State = state, Start = DateOnly.Parse(start, null), End = DateOnly.Parse(start, null).AddDays(30) };

        (CycleRules.FindOverlap(cycle, [cycle, other]) is not null).ShouldBe(overlaps);
    }
}
