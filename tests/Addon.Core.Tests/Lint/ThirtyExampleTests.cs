using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Lint;

/// <summary>The thirty labelled examples, from the title alone: exactly the wording rules that a reader would name.</summary>
public sealed class ThirtyExampleTests
{
    [Theory]
    [InlineData("Reduce P1 incidents from 12 to 4 per month", "")]
    [InlineData("Cut p95 checkout latency from 1,800 ms to 600 ms", "")]
    [InlineData("Raise first-week activation of new workspaces from 31% to 45%", "")]
    [InlineData("Reduce change failure rate from 18% to 8%", "")]
    [InlineData("Increase deployment frequency from 3 to 10 per week", "")]
    [InlineData("Median PR review wait: 26 h → 8 h", "")]
    [InlineData("Keep API availability at or above 99.9% every week", "")]
    [InlineData("Build queue wait down to 4 min (currently 17 min)", "")]
    [InlineData("Flaky test rate 9% -> 2% on the main pipeline", "")]
    [InlineData("Support tickets about login fall from 240 to 90 per month by Q3", "")]
    [InlineData("Mean time to restore SEV1 incidents from 190 min to 60 min", "")]
    [InlineData("Share of releases with no manual step from 20% to 80%", "")]
    [InlineData("Keep cloud cost per 1,000 orders below €0.42", "")]
    [InlineData("D30 retention of mobile users from 22% to 30%", "")]
    [InlineData("Crash-free sessions on Android 14 from 98.6% to 99.6%", "")]
    [InlineData("Improve system reliability", "M1")]
    [InlineData("Launch the new billing service by 30 September", "M1 O1")]
    [InlineData("Close 50 tickets from the tech-debt backlog", "M3 O2")]
    [InlineData("Migrate 100% of services to .NET 8", "M3 O1")]
    [InlineData("Hold 12 customer interviews", "M3 O1 O2")]
    [InlineData("Reduce page load time by 30%", "M2")]
    [InlineData("Reach 85% test coverage", "M3")]
    [InlineData("Increase velocity to 60 story points per sprint", "M3 O3")]
    [InlineData("Be world class at incident response", "M1")]
    [InlineData("Ship mobile app v2.0 in Q3 2026", "M1 O1")]
    [InlineData("Reduce latency from 900 ms to 300 ms and raise NPS from 32 to 45", "C1")]
    [InlineData("Continue to support the platform team as needed", "M1 H1")]
    [InlineData("Write 100 unit tests for the payments module", "M3 O1 O2")]
    [InlineData("SOC 2 Type II and ISO 27001 by Q4", "M1")]
    [InlineData("Explore new database technologies", "M1 O1")]
    public void Of_An_Example_Exactly_Its_Rules_Are_Named(string title, string rules)
    {
        var result = Linter.Check(new() { Title = title });

        string.Join(' ', Wording.IdsOf(result)).ShouldBe(rules);
        result.Skipped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Invoices paid without a support contact from 70% to 90%")]
    [InlineData("Escaped defects from 9 to 3 per month")]
    [InlineData("New features used weekly by pilot customers from 2 to 5")]
    [InlineData("Lead time for changes from 9 d to 4 d")]
    [InlineData("Deploy time from 40 min to 10 min")]
    [InlineData("Platform questions answered the same day from 60% to 90%")]
    [InlineData("Reduce page load time from 3.0 s to 2.1 s")]
    public void What_We_Recommend_Instead_Is_Good(string title) => Wording.IdsOf(Linter.Check(new() { Title = title })).ShouldBeEmpty();

    [Theory]
    [InlineData("All services migrated to the new platform", "M1 O4")]
    [InlineData("100% of runbooks documented", "M3 O4")]
    [InlineData("Increase signups 3×", "M2")]
    [InlineData("Double weekly deployments", "M2")]
    [InlineData("Roll out single sign-on", "M1 O1")]
    [InlineData("Run four workshops with support", "M1 O1 O2")]
    [InlineData("Tickets closed per engineer from 5 to 9", "O3")]
    [InlineData("Deliver p95 from 900 to 300 ms", "")]
    [InlineData("Hold p95 latency below 300 ms", "")]
    [InlineData("P95 latency below 300 ms", "M3")]
    [InlineData("Reduce page load time by 30% (currently 3 s)", "")]
    [InlineData("Resolve 90% of tickets within 5 min", "M3")]
    [InlineData("3 case studies -> 10 case studies", "")]
    public void Each_Wording_Rule_Has_Its_Borders(string title, string rules) => string.Join(' ', Wording.IdsOf(Linter.Check(new() { Title = title }))).ShouldBe(rules);

    [Fact]
    public void Fields_With_A_Start_Silence_The_Questions_About_Number_And_Start()
    {
        Wording.IdsOf(Linter.Check(new() { Title = "Reduce page load time by 30%", From = 3, To = 2.1m })).ShouldBeEmpty();
        Wording.IdsOf(Linter.Check(new() { Title = "Reach 85% test coverage", From = 60, To = 85 })).ShouldBeEmpty();
        Wording.IdsOf(Linter.Check(new() { Title = "Improve system reliability", From = 60, To = 85 })).ShouldBeEmpty();
        Wording.IdsOf(Linter.Check(new() { Title = "Reach 85% test coverage", IsBaselining = true })).ShouldBeEmpty();
        Wording.IdsOf(Linter.Check(new() { Title = "Uptime of 99.9%", Direction = KeyResultDirection.KeepAtLeast, Low = 99.9m })).ShouldBeEmpty();
    }

    [Fact]
    public void A_Target_In_The_Fields_Alone_Still_Asks_For_Its_Start() => Wording.IdsOf(Linter.Check(new() { Title = "Improve system reliability", To = 85 })).ShouldBe(["M3"]);

    [Fact]
    public void An_Empty_Title_Gets_No_Remark_On_Its_Wording() =>
        Linter.Check(new() { Title = "  " }).All.Select(f => f.Rule.Id).Distinct().ShouldBe(["S1", "W1"]);
}
