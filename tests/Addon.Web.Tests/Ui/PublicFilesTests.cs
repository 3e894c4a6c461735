using System.Net;
using Addon.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class PublicFilesTests
{
    [Fact]
    public async Task Every_File_That_A_Page_Names_Is_Served_Without_A_Token_And_Kept_For_Good()
    {
        await using var app = await PanelApp.StartAsync();
        using var response = await app.IssuePageAsync();
        var page = await PanelApp.ReadPageAsync(response);

        var files = page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!)
            .Concat(page.Scripts.Select(s => s.Source!).Where(s => s.StartsWith("..", StringComparison.Ordinal))).ToList();
        files.Count.ShouldBe(4);
        foreach (var file in files)
        {
            using var answer = await app.App.Http.GetAsync(new Uri(file.Replace("..", "", StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
            answer.Headers.ETag.ShouldNotBeNull();
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        }
    }

    [Fact]
    public async Task Files_Have_Their_Type()
    {
        (string, string)[] cases =
        [
            ("/img/straightline.svg", "image/svg+xml"),
            ("/js/bridge.js", "text/javascript"),
            ("/css/tokens.css", "text/css"),
        ];
        await using var app = await AddonApp.StartAsync();

        foreach (var (path, type) in cases)
        {
            using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        }
    }

    [Fact]
    public async Task Nothing_Else_Is_Served()
    {
        string[] cases =
        [
            "/static/000000000000/js/bridge.js",
            "/js/missing.js",
            "/js",
            "/appsettings.json",
            "/..%2fappsettings.json",
            "/js/..%2f..%2fatlassian-connect.json",
        ];
        await using var app = await AddonApp.StartAsync();

        foreach (var path in cases)
        {
            using var answer = await app.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public void Only_The_Bridge_Knows_The_Bridge_And_No_Script_Writes_Html()
    {
        var scripts = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "wwwroot", "js"), "*.js");

        scripts.ShouldNotBeEmpty();
        foreach (var script in scripts)
        {
            var text = File.ReadAllText(script);
            string[] banned = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "localStorage", "sessionStorage", "document.cookie"];
            banned.Where(word => text.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty(script);
            if (Path.GetFileName(script) != "bridge.js")
            {
                text.ShouldNotMatch(@"\bAP\b", script);
            }
        }
    }
}
