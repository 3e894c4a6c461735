using System.Text.Json;
using Addon.Sandbox.Signing;
using Addon.Web.Connect.Auth;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class QueryStringHashTests
{
    [Theory]
    [InlineData("GET", "/rest/api/3/myself", "", "GET&/rest/api/3/myself&", "c790e863cecddbf1369d5e058d5f71d9d19741a497a6e4681351909109759513")]
    [InlineData("GET", "/path/to/service?zee_last=param&repeated=parameter 1&first=param&repeated=parameter 2", "", "GET&/path/to/service&first=param&repeated=parameter%201,parameter%202&zee_last=param", "e52bb281606c3bd9ca16cfe96fe2df78f5d9ffa126f06befd750dfa10fa1a897")]
    [InlineData("POST", "/webhooks/issue-updated?jwt=abc.def.ghi", "", "POST&/webhooks/issue-updated&", "0f46704cdad41511df3ec2c4ff4cd32097968a30fb844feb72756195184a1c76")]
    [InlineData("POST", "/app/webhooks/issue?x=1", "/app", "POST&/webhooks/issue&x=1", "24326be7a9b027dda443069b5a4dac7778a53b48c315c14e729fb28075fc06ed")]
    [InlineData("POST", "/app/webhooks/issue?x=1", "/app/", "POST&/webhooks/issue&x=1", "24326be7a9b027dda443069b5a4dac7778a53b48c315c14e729fb28075fc06ed")]
    [InlineData("GET", "/panel/?issueKey=ABC-1&lic=none", "", "GET&/panel&issueKey=ABC-1&lic=none", "ad7dcbf91ae15f089fd212016c47a0fdee4fb7d81372db21444bd9e95d235e6f")]
    [InlineData("GET", "/", "", "GET&/&", "c88caad15a1c1a900b8ac08aa9686f4e8184539bea1deda36e2f649430df3239")]
    [InlineData("GET", "", "", "GET&/&", "c88caad15a1c1a900b8ac08aa9686f4e8184539bea1deda36e2f649430df3239")]
    [InlineData("GET", "/panel?q=a+b", "", "GET&/panel&q=a%20b", "87c733bb6bb342cbd41138935875c25dceaafe1784805c23c389d3e52bbaac4a")]
    [InlineData("GET", "/panel?q=a%20b", "", "GET&/panel&q=a%20b", "87c733bb6bb342cbd41138935875c25dceaafe1784805c23c389d3e52bbaac4a")]
    [InlineData("GET", "/panel?q=a%2Bb", "", "GET&/panel&q=a%2Bb", "0f04a1512c2c641b5b8ad349bc58cdfb20f691a7d36195698af838b1b9761122")]
    [InlineData("GET", "/panel?q=*~!'()-._", "", "GET&/panel&q=%2A~%21%27%28%29-._", "661a39b11a610b216865b7b3cdfa324e5fc085d6a509095e4d0cb1c877be7449")]
    [InlineData("GET", "/panel?q=", "", "GET&/panel&q=", "89dc50aed4f71968c3e757ef44d7439a6ac551f14cfc2fa26a9dfd6be18a339d")]
    [InlineData("GET", "/panel?q", "", "GET&/panel&q=", "89dc50aed4f71968c3e757ef44d7439a6ac551f14cfc2fa26a9dfd6be18a339d")]
    [InlineData("GET", "/panel?b=2&B=1&a=3&A=4", "", "GET&/panel&A=4&B=1&a=3&b=2", "d07d49b9f24b6acd4a745fdf63022aa9f0ef88b95ff5925eddedbfc482a87231")]
    [InlineData("GET", "/panel?r=b&r=a&r=B", "", "GET&/panel&r=B,a,b", "9cf2b34f3c9c57bdf2e39a9f93585395cda07cbcdd51505178a9e225b3e92166")]
    [InlineData("GET", "/panel?r=a%2Cb", "", "GET&/panel&r=a%2Cb", "bffb7d5aeced71401db9e5dc97e1a1f0db2394d357a7962033eb49165a292e18")]
    [InlineData("GET", "/a&b/c?x=y", "", "GET&/a%26b/c&x=y", "7b95a18071ff388edd7d9ce4d42c339fb16c5fc3ca9e3f14f8e9d2156c3ff562")]
    [InlineData("GET", "/p%C3%A9/x?n=%C3%A9", "", "GET&/p%C3%A9/x&n=%C3%A9", "f4fadfc7904470710145aaa69613a07ebbed92967ea77f43e194067b3a611e47")]
    [InlineData("GET", "/panel?loc=en-US&xdm_e=https%3A%2F%2Fexample.atlassian.net&xdm_c=channel-1&cp=&lic=none&cv=1001.0.0", "", "GET&/panel&cp=&cv=1001.0.0&lic=none&loc=en-US&xdm_c=channel-1&xdm_e=https%3A%2F%2Fexample.atlassian.net", "5ca4269f0114ab02063e8c0401265411b9f601bb23e1d9c597e6c499d5d970e4")]
    [InlineData("GET", "/panel?u=user%40example.com&s=a/b:c", "", "GET&/panel&s=a%2Fb%3Ac&u=user%40example.com", "c9f94507f9f6711bb3d3320b2fdd339f7b0546c0e0a7b688e5e3b1501cd4cd90")]
    [InlineData("GET", "/rest/api/3/search/jql?jql=project%20%3D%20ABC&maxResults=50", "", "GET&/rest/api/3/search/jql&jql=project%20%3D%20ABC&maxResults=50", "c590615431cddad69dc46f80366374b550a60760305fd5ee028dee011a707373")]
    [InlineData("GET", "/panel//?x=1", "", "GET&/panel/&x=1", "9e1c809bce36118ae48624dd99f88d7d05ef28cc1cf8825bf356554a6d266d7b")]
    [InlineData("GET", "/panel?issueKey=ABC-1", "", "GET&/panel&issueKey=ABC-1", "9e8a0822ed19a8ed0c2ba0c001a2a721b7a3a2af8985cab2ed6d79648b101971")]
    public void The_Published_Vectors_Hold(string method, string target, string basePath, string canonical, string hash)
    {
        QueryStringHash.Canonicalize(method, target, basePath).ShouldBe(canonical);
        QueryStringHash.Compute(method, target, basePath).ShouldBe(hash);
    }

    [Theory]
    [InlineData("/apple/x", "/app", "/apple/x")]
    [InlineData("/app", "/app", "/")]
    [InlineData("/app/", "/app", "/")]
    [InlineData("/APP/x", "/app", "/APP/x")]
    [InlineData("/x/app/y", "/app", "/x/app/y")]
    [InlineData("https://site.example/wiki/x", "/wiki", "/x")]
    [InlineData("https://site.example", "", "/")]
    [InlineData("https://site.example?x=1", "", "/")]
    public void The_Base_Path_Is_Cut_At_A_Segment_Border(string target, string basePath, string path) =>
        QueryStringHash.Canonicalize("get", target, basePath).Split('&')[1].ShouldBe(path);

    [Fact]
    public void The_Order_Of_Different_Names_Does_Not_Matter() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Compute("GET", "/p?" + Join(query.DistinctBy(p => p.Name, StringComparer.Ordinal)))
            == QueryStringHash.Compute("GET", "/p?" + Join(query.DistinctBy(p => p.Name, StringComparer.Ordinal).Reverse()))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_Token_Itself_Is_Never_Hashed() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Canonicalize("GET", "/p?" + Join([.. query, ("jwt", "a.b.c")])) == QueryStringHash.Canonicalize("GET", "/p?" + Join(query))
            && QueryStringHash.Canonicalize("GET", "/p?" + Join([("jwt", "a.b.c"), .. query])) == QueryStringHash.Canonicalize("GET", "/p?" + Join(query))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Changed_Value_Changes_The_Hash() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Compute("GET", "/p?" + Join([.. query, ("x", "1")])) != QueryStringHash.Compute("GET", "/p?" + Join([.. query, ("x", "2")]))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_Case_Of_A_Name_Changes_The_Hash() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Compute("GET", "/p?" + Join([.. query, ("issueId", "1")])) != QueryStringHash.Compute("GET", "/p?" + Join([.. query, ("issueid", "1")]))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_Base_Path_Makes_No_Difference_To_The_Hash() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Compute("GET", "/okr/app/p?" + Join(query), "/okr/app") == QueryStringHash.Compute("GET", "/p?" + Join(query))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_Sandbox_Which_Is_Written_Apart_Agrees() => Prop.ForAll(
        Queries,
        query => QueryStringHash.Canonicalize("POST", "/p?" + Join(query)) == SandboxQueryHash.CanonicalOf("POST", "/p?" + Join(query))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("qsh/canonicalizer.json")]
    [InlineData("qsh/random.json")]
    public void The_Reference_Cases_Hold(string file)
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(file)));
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            var url = new Uri(item.GetProperty("baseUrl").GetString()!).AbsolutePath;
            var name = item.GetProperty("name").GetString();
            QueryStringHash.Canonicalize(item.GetProperty("method").GetString()!, item.GetProperty("url").GetString(), url).ShouldBe(item.GetProperty("canonicalRequest").GetString(), name);
            QueryStringHash.Compute(item.GetProperty("method").GetString()!, item.GetProperty("url").GetString(), url).ShouldBe(item.GetProperty("qsh").GetString(), name);
        }
    }

    [Fact]
    public void The_Urls_That_The_Platforms_Own_Library_Signed_Hold()
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("qsh/jwt-signed-urls.json")));
        foreach (var item in cases.RootElement.GetProperty("tests").EnumerateArray())
        {
            var url = item.GetProperty("signedUrl").GetString()!;
            var name = item.GetProperty("name").GetString();
            var token = RawQuery.Parse(RawQuery.Of(url)).Single(p => p.Name == "jwt").Value;

            QueryStringHash.Canonicalize("GET", url).ShouldBe(item.GetProperty("canonicalUrl").GetString(), name);
            ConnectToken.TryParse(token, out var parsed).ShouldBeTrue(name);
            parsed!.QueryHash.ShouldBe(QueryStringHash.Compute("GET", url), name);
        }
    }

    /// <summary>Inputs on which libraries differ. What we do is what the comment of <see cref="QueryStringHash"/> says; each difference from the npm library is listed here.</summary>
    [Fact]
    public void Ambiguous_Inputs_Are_Read_As_Documented()
    {
        var deviations = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The path counts as it was sent; the npm library's URL parser escapes some characters first.
            ["apostrophe raw in path"] = "GET&/x'y&",
            // The base path ends at a segment border; the npm library cuts a plain prefix.
            ["base path prefix not on segment"] = "GET&/jiraffe/x&",
            // Names are sorted encoded, as Jira's Java library does; the npm library sorts them decoded.
            ["keys order code unit"] = "GET&/x&%EF%BF%BD=2&%F0%9F%98%80=1",
            // A parameter like any other; the npm library loses it in a JavaScript object.
            ["__proto__"] = "GET&/x&__proto__=1&a=2",
        };
        using var cases = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("qsh/ambiguous.json")));
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            var name = item.GetProperty("name").GetString()!;
            if (name == "1001 params")
            {
                // The file abridges this URL; that none of many parameters is lost is checked below.
                continue;
            }

            var basePath = item.GetProperty("baseUrl").GetString() is { } baseUrl ? new Uri(baseUrl).AbsolutePath : "";
            QueryStringHash.Canonicalize("GET", item.GetProperty("url").GetString(), basePath)
                .ShouldBe(deviations.GetValueOrDefault(name) ?? item.GetProperty("npmAtlassianJwt").GetString(), name);
        }
    }

    [Fact]
    public void A_Thousand_Parameters_Are_All_Hashed() =>
        QueryStringHash.Canonicalize("GET", "/x?" + string.Join('&', Enumerable.Range(0, 1001).Select(i => $"p{i}=1"))).Split('&').Length.ShouldBe(1003);

    // Names and values with everything that has to be encoded, and with letters that only differ by case.
    private static Arbitrary<(string Name, string Value)[]> Queries
    {
        get
        {
            var text = Gen.Elements("a", "A", "b", "é", "😀", " ", "+", "%", "&", "=", ",", "*", "~", "'", "/", "\uFFFD", "[0]", "1").ArrayOf().Select(string.Concat);
            var name = text.Where(n => n is not ("jwt" or ""));
            return name.Zip(text).Select(pair => (pair.Item1, pair.Item2)).ArrayOf().ToArbitrary();
        }
    }

    private static string Join(IEnumerable<(string Name, string Value)> query) =>
        string.Join('&', query.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value)}"));
}
