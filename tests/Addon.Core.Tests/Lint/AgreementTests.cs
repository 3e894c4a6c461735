using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Lint;

/// <summary>S4: what the title says and what the fields say.</summary>
public sealed class AgreementTests
{
    [Theory]
    [InlineData("Latency from 1,800 ms to 600 ms", "1800", "600", "ms", true)]
    [InlineData("Latency from 1,800 ms to 600 ms", "1.8", "0.6", "s", true)]
    [InlineData("Latency from 1.8 s to 600 ms", "1800", "600", "ms", true)]
    [InlineData("Latency from 1.8 s to 600 ms", "1800", "500", "ms", false)]
    [InlineData("Latency from 1,800 ms to 600 ms", "1.8", "0.6", "ms", false)]
    [InlineData("Activation from 31% to 45%", "31", "45", "percent", true)]
    [InlineData("Activation from 31% to 45%", "0.31", "0.45", "ratio", true)]
    [InlineData("Activation from 31% to 45%", "31", "45", "ms", false)]
    [InlineData("Activation from 31% to 45%", "31", "45", null, true)]
    [InlineData("Activation from 31% to 45%", "31", "45", "of new workspaces", true)]
    [InlineData("Activation from 31% to 45%", "30", "45", "%", false)]
    [InlineData("Activation from 31% to 45%", "45", "31", "%", false)]
    [InlineData("Activation from 31% to 45%", null, "45", "%", true)]
    [InlineData("Activation from 31% to 45%", null, "50", "%", false)]
    [InlineData("Activation from 31% to 45%", null, null, "%", true)]
    [InlineData("Spend from $42k to $30k", "42000", "30000", "USD", true)]
    [InlineData("Spend from $42k to $30k", "42", "30", "k$", true)]
    [InlineData("Readers from 5k to 10k", "5", "10", "thousand readers", true)]
    [InlineData("Readers from 5k to 10k", "5", "10", "readers", false)]
    [InlineData("Readers from 5k to 10k (that is, from 5 to 10 per post)", "5", "10", "readers", true)]
    [InlineData("Readers up by 30%", "5", "10", "readers", true)]
    public void Numbers_In_The_Title_Agree_With_The_Fields_Or_Block(string title, string? from, string? to, string? unit, bool agrees) =>
        Disagreement(new() { Title = title, From = Number(from), To = Number(to), Unit = unit }).ShouldBe(!agrees);

    [Theory]
    [InlineData(KeyResultPeriod.Month, true)]
    [InlineData(KeyResultPeriod.None, true)]
    [InlineData(KeyResultPeriod.Week, false)]
    public void The_Period_In_The_Title_Agrees_Too(KeyResultPeriod per, bool agrees) =>
        Disagreement(new() { Title = "P1 incidents from 12 to 4 per month", From = 12, To = 4, Per = per }).ShouldBe(!agrees);

    [Theory]
    [InlineData("99.9", false)]
    [InlineData("99.5", true)]
    public void A_Guardrails_Bound_Agrees_Too(string low, bool disagrees) =>
        Disagreement(new() { Title = "Keep availability at or above 99.9% every week", Direction = KeyResultDirection.KeepAtLeast, Low = Number(low), Unit = "%" }).ShouldBe(disagrees);

    [Fact]
    public void The_Message_Shows_Both_Numbers() =>
        Linter.Check(new() { Title = "P1 incidents from 12 to 4 per month", From = 12, To = 5, Unit = "incidents" }).Blocking.Single(f => f.Rule.Id == "S4")
            .Message.ShouldBe("Title and fields agree: the title says 4 where to is 5 incidents. Correct one of them. Example: \"from 12 to 4\" in the title, 12 and 4 in the fields.");

    private static bool Disagreement(LintSubject subject) => Linter.Check(subject).Blocking.Any(f => f.Code == "lint.s4");

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
