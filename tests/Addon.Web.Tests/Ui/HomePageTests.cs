using System.Net;
using Addon.Web.Tests.Hosting;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class HomePageTests
{
    [Fact]
    public async Task Whoever_Opens_The_Address_Outside_Of_Jira_Learns_What_This_Is()
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.Http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("frame-ancestors 'none'");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Straightline");
        page.QuerySelectorAll("script, style, [style]").ShouldBeEmpty();
        foreach (var address in page.QuerySelectorAll("link[href], a[href], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
        {
            using var file = await app.Http.GetAsync(new Uri(address[1..], UriKind.Relative), TestContext.Current.CancellationToken);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public async Task The_Icon_That_Browsers_Ask_For_Is_There()
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.Http.GetAsync(new Uri("/favicon.ico", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
    }
}
