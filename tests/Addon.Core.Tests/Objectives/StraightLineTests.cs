using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Objectives;

public sealed class StraightLineTests
{
    [Fact]
    public void The_Line_Reads_As_One_Sentence()
    {
        var line = new StraightLine(
            Samples.KeyResult(),
            [
                new LineStep(4, "Run a service people trust", ScopeKind.Team, null),
                new LineStep(1, "Be the payment provider that never fails", ScopeKind.Company, new LineStepKeyResult(1, "Availability")),
            ]);

        line.ToSentence("PAY-12").ShouldBe(
            "PAY-12 moves KR-3 Reduce P1 incidents (from 12 to 4 incidents per month), for O-4 Run a service people trust, "
            + "through KR-1 Availability, for company objective O-1 Be the payment provider that never fails.");
        line.ReachesCompany.ShouldBeTrue();
    }

    [Fact]
    public void A_Line_That_Ends_At_The_Team_Says_So()
    {
        var line = new StraightLine(Samples.KeyResult(), [new LineStep(4, "Run a service people trust", ScopeKind.Team, null)]);

        line.ReachesCompany.ShouldBeFalse();
        line.ToSentence("PAY-12").ShouldEndWith("for O-4 Run a service people trust.");
    }

    [Theory]
    [InlineData("1800", "ms", "1,800 ms")]
    [InlineData("31.5", "%", "31.5%")]
    [InlineData("0.000001", "EUR", "0.000001 EUR")]
    public void An_Amount_Reads_The_Same_Everywhere(string value, string unit, string text) =>
        KeyResultText.Amount(decimal.Parse(value, CultureInfo.InvariantCulture), unit).ShouldBe(text);
}
