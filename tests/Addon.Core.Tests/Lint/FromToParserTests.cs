using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Lint;

public sealed class FromToParserTests
{
    private static readonly string?[] Units = [null, "%", "ms", "h", "min", "incidents", "open tickets", "GB"];

    [Theory]
    [InlineData("P1 incidents from 12 to 4 per month", "12", "4", null, KeyResultPeriod.Month)]
    [InlineData("P1 incidents from 12 to 4 a month", "12", "4", null, KeyResultPeriod.Month)]
    [InlineData("Deployments from 3 to 10/week", "3", "10", null, KeyResultPeriod.Week)]
    [InlineData("Deployments per week from 3 to 10", "3", "10", null, KeyResultPeriod.Week)]
    [InlineData("Failed logins from 300 to 100 every day", "300", "100", null, KeyResultPeriod.Day)]
    [InlineData("Sign-ups from 3,000 to 5,000 monthly", "3000", "5000", null, KeyResultPeriod.Month)]
    [InlineData("from 12 incidents a month to 4", "12", "4", "incidents", KeyResultPeriod.Month)]
    [InlineData("from 12 to 4 P1 incidents per month", "12", "4", "incidents", KeyResultPeriod.Month)]
    [InlineData("from 240 to 90 login tickets per month by Q3", "240", "90", "login tickets", KeyResultPeriod.Month)]
    [InlineData("Activation 31% to 45%", "31", "45", "%", KeyResultPeriod.None)]
    [InlineData("Activation from 31 percent to 45 percent", "31", "45", "percent", KeyResultPeriod.None)]
    [InlineData("Review wait: 26 h -> 8 h", "26", "8", "h", KeyResultPeriod.None)]
    [InlineData("Review wait: 26 h → 8 h", "26", "8", "h", KeyResultPeriod.None)]
    [InlineData("Review wait: 26h→8h", "26", "8", "h", KeyResultPeriod.None)]
    [InlineData("Build queue wait down to 4 min (currently 17 min)", "17", "4", "min", KeyResultPeriod.None)]
    [InlineData("NPS up to 45 from 32", "32", "45", null, KeyResultPeriod.None)]
    [InlineData("Batch in 90 min, down from 240 min", "240", "90", "min", KeyResultPeriod.None)]
    [InlineData("Build wait: currently 17 min, target 4 min", "17", "4", "min", KeyResultPeriod.None)]
    [InlineData("Latency from 1,800 ms to 600 ms", "1800", "600", "ms", KeyResultPeriod.None)]
    [InlineData("Latency from 1 800 ms to 600 ms", "1800", "600", "ms", KeyResultPeriod.None)]
    [InlineData("Latency from 1\u202F800 ms to 600 ms", "1800", "600", "ms", KeyResultPeriod.None)]
    [InlineData("Latency from 1'800 ms to 600 ms", "1800", "600", "ms", KeyResultPeriod.None)]
    [InlineData("Latency from 1.800,5 ms to 600,5 ms", "1800.5", "600.5", "ms", KeyResultPeriod.None)]
    [InlineData("Weight from 1.800 to 1.2", "1.8", "1.2", null, KeyResultPeriod.None)]
    [InlineData("Latency from 1.8 s to 600 ms", "1800", "600", "ms", KeyResultPeriod.None)]
    [InlineData("Cost from €0.90 to €0.42 per order", "0.90", "0.42", "€", KeyResultPeriod.None)]
    [InlineData("Cost from $9 to $5", "9", "5", "$", KeyResultPeriod.None)]
    [InlineData("Cost from 9 € to 5 €", "9", "5", "€", KeyResultPeriod.None)]
    [InlineData("Spend from $42k to $30k per month", "42000", "30000", "$", KeyResultPeriod.Month)]
    [InlineData("Users from 1.5M to 2M", "1500000", "2000000", null, KeyResultPeriod.None)]
    [InlineData("Reach from 5k to 10k readers", "5000", "10000", "readers", KeyResultPeriod.None)]
    [InlineData("eNPS from -5 to 10", "-5", "10", null, KeyResultPeriod.None)]
    [InlineData("Night alerts from 22 to zero per month", "22", "0", null, KeyResultPeriod.Month)]
    [InlineData("Store rating from 3.9/5 to 4.5/5", "3.9", "4.5", null, KeyResultPeriod.None)]
    [InlineData("Answered within 5 min from 40% to 70%", "40", "70", "%", KeyResultPeriod.None)]
    [InlineData("In 2027 lead time from about 9 days to 4 days", "9", "4", "days", KeyResultPeriod.None)]
    [InlineData("Share of p95 < 300 ms endpoints from 20% to 80% by 30.09.2026", "20", "80", "%", KeyResultPeriod.None)]
    public void A_Start_And_A_Target_Fill_The_Fields(string title, string from, string to, string? unit, KeyResultPeriod per)
    {
        var parsed = FromToParser.Parse(title).ShouldNotBeNull();

        (parsed.From, parsed.To, parsed.Unit, parsed.Per).ShouldBe((Number(from), Number(to), unit, per));
        parsed.Direction.ShouldBe(Number(to) > Number(from) ? KeyResultDirection.Increase : KeyResultDirection.Decrease);
        (parsed.Low, parsed.High).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("Keep API availability at or above 99.9% every week", KeyResultDirection.KeepAtLeast, "99.9", null, "%", KeyResultPeriod.Week)]
    [InlineData("Keep cloud cost per 1,000 orders below €0.42", KeyResultDirection.KeepAtMost, null, "0.42", "€", KeyResultPeriod.None)]
    [InlineData("below €0.42", KeyResultDirection.KeepAtMost, null, "0.42", "€", KeyResultPeriod.None)]
    [InlineData("Hold the crash rate on iOS 18 at most 0.3%", KeyResultDirection.KeepAtMost, null, "0.3", "%", KeyResultPeriod.None)]
    [InlineData("Keep between 2 and 4 people on call per week", KeyResultDirection.KeepBetween, "2", "4", "people", KeyResultPeriod.Week)]
    [InlineData("Keep open bugs no more than 20", KeyResultDirection.KeepAtMost, null, "20", null, KeyResultPeriod.None)]
    [InlineData("Coverage never below 80%", KeyResultDirection.KeepAtLeast, "80", null, "%", KeyResultPeriod.None)]
    [InlineData("Coverage stays at 80% or better", KeyResultDirection.KeepAtLeast, "80", null, "%", KeyResultPeriod.None)]
    [InlineData("Keep p95 <= 300 ms at all times", KeyResultDirection.KeepAtMost, null, "300", "ms", KeyResultPeriod.None)]
    public void A_Guardrail_Fills_Its_Bounds(string title, KeyResultDirection direction, string? low, string? high, string? unit, KeyResultPeriod per)
    {
        var parsed = FromToParser.Parse(title).ShouldNotBeNull();

        (parsed.Direction, parsed.Low, parsed.High, parsed.Unit, parsed.Per).ShouldBe((direction, NumberOrNull(low), NumberOrNull(high), unit, per));
        (parsed.From, parsed.To).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Improve system reliability")]
    [InlineData("Move from Java 17 to Java 21")]
    [InlineData("Move from .NET 8 to .NET 10")]
    [InlineData("Upgrade from v2.0 to v3.1 of the API")]
    [InlineData("From Q1 to Q3 2026")]
    [InlineData("From 1 March to 30 September")]
    [InlineData("From 2026-01-01 to 2026-03-31")]
    [InlineData("Reach 85% test coverage")]
    [InlineData("Hold 3 to 5 customer interviews")]
    [InlineData("Get p95 below 300 ms")]
    [InlineData("Turn P1 into P3")]
    [InlineData("from 1.2.3 to 1.2.4")]
    [InlineData("from 99999999999999999999999 to 5")]
    [InlineData("from 5 min to 40%")]
    [InlineData("Spent €0.42 $5k")]
    [InlineData("from ٣ to ٤")]
    public void What_Is_No_Pair_Fills_Nothing(string? title) => FromToParser.Parse(title).ShouldBeNull();

    [Fact]
    public void What_Is_Formatted_Is_Read_Back()
    {
        var numbers = Gen.Choose(0, 900_000_000).Two().Where(t => t.Item1 != t.Item2).Select(t => (From: t.Item1 / 100m, To: t.Item2 / 100m));
        var periods = Gen.Elements(Enum.GetValues<KeyResultPeriod>());
        var cases = numbers.Zip(Gen.Elements(Units)).Zip(periods).Select(t => (t.Item1.Item1.From, t.Item1.Item1.To, Unit: t.Item1.Item2, Per: t.Item2));

        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var text = KeyResultText.FromTo(Samples.KeyResult() with { From = c.From, To = c.To, Unit = c.Unit, Per = c.Per, Direction = KeyResultTarget.DirectionOf(c.From, c.To) });
            var parsed = FromToParser.Parse(text);
            return parsed is not null && (parsed.From, parsed.To, parsed.Unit, parsed.Per) == (c.From, c.To, c.Unit, c.Per);
        }).QuickCheckThrowOnFailure();
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal? NumberOrNull(string? text) => text is null ? null : Number(text);
}
