using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Shouldly;

namespace Addon.Web.Tests.Portability;

/// <summary>Files in and out of a host, as an administrator of Jira moves them.</summary>
internal static class PortApp
{
    public static async Task<string> ExportAsync(this PanelApp app, string query = "", TestSite? site = null)
    {
        using var answer = await app.CallAsync("GET", "export" + query, null, PanelApp.Admin, site);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    public static Task<HttpResponseMessage> UploadAsync(this PanelApp app, byte[] content, string type, TestSite? site = null, string account = PanelApp.Admin)
    {
        site ??= app.Site;
        var body = new ByteArrayContent(content);
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        var token = ConnectTokens.Context(site.ClientKey, site.Secret, account, app.App.Clock.GetUtcNow(), null, null);
        var request = app.App.Request(HttpMethod.Post, "/api/v1/imports", token, body);

        // A file that is refused by its length is never sent; without this the connection would break while it is.
        request.Headers.ExpectContinue = true;
        return app.App.Http.SendAsync(request);
    }

    /// <summary>Uploads and waits for the dry run.</summary>
    public static async Task<JsonNode> CheckAsync(this PanelApp app, string content, string type = "text/csv", TestSite? site = null)
    {
        using var answer = await app.UploadAsync(Encoding.UTF8.GetBytes(content), type, site);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return await app.WaitAsync((string)JsonNode.Parse(text)!["id"]!, "checking", site);
    }

    /// <summary>Uploads, demands a clean dry run, writes, and waits for the end.</summary>
    public static async Task<JsonNode> ImportAsync(this PanelApp app, string content, string type = "text/csv", TestSite? site = null)
    {
        var check = await app.CheckAsync(content, type, site);
        ((int)check["report"]!["errorCount"]!).ShouldBe(0, check.ToJsonString());
        using var answer = await app.CallAsync("POST", $"imports/{check["id"]}/commit", null, PanelApp.Admin, site);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var done = await app.WaitAsync((string)check["id"]!, "importing", site);
        ((string)done["state"]!).ShouldBe("done", done.ToJsonString());
        return done;
    }

    /// <summary>Waits until an import is in another state.</summary>
    public static async Task<JsonNode> WaitAsync(this PanelApp app, string id, string state, TestSite? site = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            using var answer = await app.CallAsync("GET", $"imports/{id}", null, PanelApp.Admin, site);
            var import = JsonNode.Parse(await answer.Content.ReadAsStringAsync(deadline.Token))!;
            if (answer.IsSuccessStatusCode && (string)import["state"]! != state)
            {
                return import;
            }

            // A person has 100 calls at once and five each second.
            await Task.Delay(250, deadline.Token);
        }
    }
}
