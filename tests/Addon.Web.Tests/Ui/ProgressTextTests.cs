using Addon.Core.Numbers;
using Addon.Web.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData("0.375", "38%")]
    [InlineData("-0.25", "-25%")]
    [InlineData("1.125", "113%")]
    [InlineData("0", "0%")]
    [InlineData("1", "100%")]
    [InlineData("0.9999", "99%")]
    [InlineData("0.0001", "1%")]
    [InlineData("-0.0001", "-1%")]
    [InlineData("123.4", "12,340%")]
    public void Percentages_Are_Whole_And_Never_Claim_What_Is_Not_So(string raw, string text) =>
        ProgressText.Percent(new Progress(decimal.Parse(raw, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(text);
}
