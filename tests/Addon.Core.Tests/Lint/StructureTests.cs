using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Lint;

/// <summary>What the fields alone say.</summary>
public sealed class StructureTests
{
    private static readonly LintSubject Whole = new()
    {
        Title = "Reduce P1 incidents from 12 to 4 per month",
        Direction = KeyResultDirection.Decrease,
        From = 12,
        To = 4,
        Unit = "incidents",
        Per = KeyResultPeriod.Month,
        Owner = Samples.Person,
        HasCoAuthors = true,
    };

    private static readonly LintSubject Guardrail = Whole with { Title = "Keep availability where it is", Direction = KeyResultDirection.KeepAtLeast, From = null, To = null, Low = 99.9m, Unit = "%" };

    [Fact]
    public void A_Whole_Key_Result_Has_No_Findings()
    {
        Linter.Check(Whole).All.ShouldBeEmpty();
        Linter.BlocksActivation(Whole).ShouldBeFalse();
    }

    [Fact]
    public void Whatever_Is_Missing_Is_Named_At_Its_Field()
    {
        var result = Linter.Check(new() { Title = "P1 incidents" });

        result.Blocking.Select(f => (f.Code, f.Field)).ShouldBe([("lint.s1", "from"), ("lint.s1", "to"), ("lint.s1", "unit"), ("lint.s1", "owner")]);
    }

    [Fact]
    public void Blank_Unit_And_Owner_Are_Missing() =>
        Blocking(Whole with { Unit = " ", Owner = new AccountId("") }).ShouldBe(["S1 unit", "S1 owner"]);

    [Fact]
    public void While_The_Start_Is_Measured_From_May_Be_Unknown() => Blocking(Whole with { From = null, IsBaselining = true }).ShouldBeEmpty();

    [Fact]
    public void While_The_Start_Is_Measured_The_Target_May_Not_Be_Unknown() => Blocking(Whole with { From = null, To = null, IsBaselining = true }).ShouldBe(["S1 to"]);

    [Fact]
    public void A_Due_Day_Of_Its_Own_Is_Not_Needed() => Blocking(Whole with { DueOn = new(2026, 9, 30) }).ShouldBe(Blocking(Whole));

    [Fact]
    public void From_Equal_To_Blocks_And_Says_Nothing_About_Direction() => Blocking(Whole with { Title = "P1 incidents down", From = 4 }).ShouldBe(["S2 to"]);

    [Theory]
    [InlineData(KeyResultDirection.Increase, 12, 4)]
    [InlineData(KeyResultDirection.Decrease, 4, 12)]
    public void Numbers_Against_The_Direction_Block(KeyResultDirection direction, int from, int to) =>
        Blocking(Whole with { Title = "P1 incidents per month", Direction = direction, From = from, To = to }).ShouldBe(["S3 direction"]);

    [Fact]
    public void Without_A_Direction_The_Numbers_Give_It() => Blocking(Whole with { Direction = null }).ShouldBeEmpty();

    [Theory]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 5, false)]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 4, true)]
    [InlineData(KeyResultDirection.Decrease, 12, 4, 3, true)]
    [InlineData(KeyResultDirection.Increase, 4, 12, 11, false)]
    [InlineData(KeyResultDirection.Increase, 4, 12, 12, true)]
    [InlineData(null, 4, 12, 13, true)]
    public void A_Target_That_Is_Met_Already_Blocks(KeyResultDirection? direction, int from, int to, int current, bool blocks) =>
        Blocking(Whole with { Title = "Incidents per month", Direction = direction, From = from, To = to, Current = current }).Contains("S5 to").ShouldBe(blocks);

    [Theory]
    [InlineData(KeyResultDirection.KeepAtLeast, null, 5, "S1 low")]
    [InlineData(KeyResultDirection.KeepAtMost, 5, null, "S1 high")]
    [InlineData(KeyResultDirection.KeepBetween, 5, null, "S1 high")]
    [InlineData(KeyResultDirection.KeepBetween, null, 5, "S1 low")]
    [InlineData(KeyResultDirection.KeepBetween, 5, 5, "S1 high")]
    [InlineData(KeyResultDirection.KeepBetween, 6, 5, "S1 high")]
    [InlineData(KeyResultDirection.KeepBetween, 4, 5, "")]
    [InlineData(KeyResultDirection.KeepAtLeast, 5, null, "")]
    [InlineData(KeyResultDirection.KeepAtMost, null, 5, "")]
    public void A_Guardrail_Needs_Its_Bounds_Instead_Of_From_And_To(KeyResultDirection direction, int? low, int? high, string blocking) =>
        string.Join(", ", Blocking(Guardrail with { Direction = direction, Low = low, High = high })).ShouldBe(blocking);

    [Fact]
    public void A_Guardrail_Is_Not_Judged_By_From_To_And_Current() => Blocking(Guardrail with { From = 5, To = 5, Current = 100 }).ShouldBeEmpty();

    [Fact]
    public void The_Same_Metric_Twice_In_A_Scope_Is_A_Warning()
    {
        var subject = Whole with { Metric = " p1  INCIDENTS ", OtherActiveMetrics = [new("KR-7", "P1 incidents", "Incidents", KeyResultDirection.Decrease)] };

        var finding = Linter.Check(subject).Warnings.ShouldHaveSingleItem();

        (finding.Code, finding.Field).ShouldBe(("lint.s6", "metric"));
        finding.Message.ShouldContain("KR-7");
    }

    [Theory]
    [InlineData("P2 incidents", "incidents", KeyResultDirection.Decrease)]
    [InlineData("P1 incidents", "%", KeyResultDirection.Decrease)]
    [InlineData("P1 incidents", "incidents", KeyResultDirection.KeepAtMost)]
    public void Another_Metric_Unit_Or_Direction_Is_No_Twin(string metric, string unit, KeyResultDirection direction) =>
        Linter.Check(Whole with { Metric = "P1 incidents", OtherActiveMetrics = [new("KR-7", metric, unit, direction)] }).Warnings.ShouldBeEmpty();

    [Fact]
    public void A_Count_Without_A_Period_Gets_A_Hint()
    {
        Hints(Whole with { Title = "Reduce P1 incidents", Per = KeyResultPeriod.None }).ShouldBe(["R1"]);
        Hints(Whole with { Title = "Reduce weekly P1 incidents", Per = KeyResultPeriod.None }).ShouldBeEmpty();
        Hints(Whole with { Title = "Reduce P1 incidents", Unit = "min", Per = KeyResultPeriod.None }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(50, 100, "%", true)]
    [InlineData(50, 100, "teams", false)]
    [InlineData(9, 0, "min", true)]
    [InlineData(1000, 1019, "min", true)]
    [InlineData(1000, 1020, "min", false)]
    [InlineData(0, 1, "min", false)]
    [InlineData(-1000, -1001, "min", true)]
    public void A_Tiny_Step_Or_An_Absolute_Target_Gets_A_Hint(int from, int to, string unit, bool hinted) =>
        Hints(Whole with { Title = "Something to move", Direction = null, From = from, To = to, Unit = unit }).Contains("T1").ShouldBe(hinted);

    [Fact]
    public void A_Company_Number_On_A_Team_Asks_For_The_Straight_Line()
    {
        var revenue = Whole with { Title = "Grow recurring revenue of add-ons", Unit = "€", Direction = null };

        Hints(revenue).ShouldBe(["F1"]);
        Hints(revenue with { HowWorkMovesIt = "Fewer failed payments." }).ShouldBeEmpty();
        Hints(revenue with { ScopeKind = ScopeKind.Company }).ShouldBeEmpty();
    }

    [Fact]
    public void Very_Short_And_Very_Long_Titles_Get_A_Hint()
    {
        Hints(Whole with { Title = "P1 incidents" }).ShouldBe(["L1"]);
        Hints(Whole with { Title = "P1 incidents down " + new string('x', 142) }).ShouldBeEmpty();
        Hints(Whole with { Title = "P1 incidents down " + new string('x', 143) }).ShouldBe(["L1"]);
    }

    [Fact]
    public void Written_Alone_Is_A_Hint() => Hints(Whole with { HasCoAuthors = false }).ShouldBe(["W1"]);

    [Fact]
    public void An_Accepted_Warning_Is_Listed_Apart()
    {
        var subject = new LintSubject { Title = "Write 100 unit tests for the payments module", AcceptedRules = ["o1", "M3"] };

        var result = Linter.Check(subject);

        result.Warnings.Select(f => f.Rule.Id).ShouldBe(["O2"]);
        result.Accepted.Select(f => f.Rule.Id).ShouldBe(["M3", "O1"]);
    }

    [Fact]
    public void What_Blocks_Cannot_Be_Accepted() => Blocking(Whole with { Unit = null, AcceptedRules = ["S1"] }).ShouldBe(["S1 unit"]);

    [Fact]
    public void Every_Message_Names_Its_Rule_And_Something_Better()
    {
        var texts = HeldOutTexts.All.Select(t => new LintSubject { Title = t.Text, Unit = "incidents" });

        foreach (var finding in texts.SelectMany(t => Linter.Check(t).All))
        {
            finding.Message.ShouldStartWith(finding.Rule.Name);
            finding.Message.ShouldContain(finding.Rule.Example);
            finding.Code.ShouldBe(finding.Rule.Code);
        }
    }

    private static IEnumerable<string> Blocking(LintSubject subject) => Linter.Check(subject).Blocking.Select(f => $"{f.Rule.Id} {f.Field}");

    private static IEnumerable<string> Hints(LintSubject subject) => Linter.Check(subject).Hints.Select(f => f.Rule.Id);
}
