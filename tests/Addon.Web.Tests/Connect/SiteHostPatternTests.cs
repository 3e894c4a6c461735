using Addon.Web.Connect;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class SiteHostPatternTests
{
    [Theory]
    [InlineData("*.atlassian.net", "https://a.atlassian.net", true)]
    [InlineData("*.atlassian.net", "https://A.Atlassian.NET", true)]
    [InlineData("*.atlassian.net", "https://a.b.atlassian.net", false)]
    [InlineData("*.atlassian.net", "https://atlassian.net", false)]
    [InlineData("*.atlassian.net", "https://aatlassian.net", false)]
    [InlineData("*.atlassian.net", "https://a.atlassian.net.evil.example", false)]
    [InlineData("*.atlassian.net", "https://a.atlassian.net.", false)]
    [InlineData("*.*.fex.example", "https://a.b.fex.example", true)]
    [InlineData("*.*.fex.example", "https://a.fex.example", false)]
    [InlineData("one.atlassian.net", "https://one.atlassian.net", true)]
    [InlineData("one.atlassian.net", "https://two.atlassian.net", false)]
    [InlineData("one.atlassian.net:8443", "https://one.atlassian.net:8443", true)]
    [InlineData("one.atlassian.net:8443", "https://one.atlassian.net", false)]
    [InlineData("localhost", "http://localhost:5090", true)]
    [InlineData("localhost:5090", "http://localhost:5091", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:1", true)]
    public void A_Wildcard_Is_One_Label_And_A_Port_Has_To_Match(string pattern, string url, bool matches)
    {
        SiteHostPattern.TryParse(pattern, out var parsed).ShouldBeTrue();
        parsed!.Matches(new Uri(url)).ShouldBe(matches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.net")]
    [InlineData("a*.atlassian.net")]
    [InlineData("**.atlassian.net")]
    [InlineData(".atlassian.net")]
    [InlineData("https://x.example")]
    [InlineData("x.example/")]
    [InlineData("x.example:0")]
    [InlineData("x.example\n")]
    public void What_Is_No_Host_Is_No_Pattern(string pattern) => SiteHostPattern.TryParse(pattern, out _).ShouldBeFalse();
}
