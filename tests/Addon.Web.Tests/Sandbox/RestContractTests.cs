using System.Text.Json.Nodes;
using Addon.Sandbox.LocalJira;
using NJsonSchema;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>What the local Jira answers, against Jira's own description of its API.</summary>
public sealed class RestContractTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly JsonObject Everything = new()
    {
        ["jql"] = "project = PAY ORDER BY updated DESC",
        ["maxResults"] = 20,
        ["fields"] = new JsonArray("*all"),
    };

    public static TheoryData<string, string, string, string?> Calls => new()
    {
        { "GET", "/rest/api/3/issue/PAY-2", "/rest/api/3/issue/{issueIdOrKey}", null },
        { "GET", "/rest/api/3/issue/10101?fields=summary,parent,status", "/rest/api/3/issue/{issueIdOrKey}", null },
        { "GET", "/rest/api/3/search/jql?jql=project%20%3D%20PAY&fields=status", "/rest/api/3/search/jql", null },
        { "POST", "/rest/api/3/search/jql", "/rest/api/3/search/jql", Everything.ToJsonString() },
        { "GET", $"/rest/api/3/user/bulk?accountId={Uri.EscapeDataString(JiraUser.Engineer.AccountId)}&accountId=unknown", "/rest/api/3/user/bulk", null },
        { "GET", "/rest/api/3/user/assignable/search?project=PAY&query=en", "/rest/api/3/user/assignable/search", null },
        { "GET", "/rest/api/3/myself", "/rest/api/3/myself", null },
        { "GET", "/rest/api/3/project/CORE", "/rest/api/3/project/{projectIdOrKey}", null },
        { "POST", "/rest/api/3/permissions/check", "/rest/api/3/permissions/check", PermissionCheck(JiraUser.Engineer).ToJsonString() },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Answers_Are_As_Jira_Describes_Them(string method, string target, string path, string? body)
    {
        var api = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.PathOf("openapi/jira-platform-v3.json"), Ct))!;
        var answer = await sandbox.ReadAsync(method, target, body is null ? null : JsonNode.Parse(body));
        var schema = api["paths"]![path]![method.ToLowerInvariant()]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        var standalone = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = api["components"]!["schemas"]!.DeepClone() };
        var text = standalone.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        var errors = (await JsonSchema.FromJsonAsync(text, Ct)).Validate(answer.ToJsonString());
        errors.ShouldBeEmpty(string.Join("; ", errors));
    }

    [Fact]
    public async Task Permission_Checks_List_Only_What_Is_Granted()
    {
        var engineer = await sandbox.ReadAsync("POST", "/rest/api/3/permissions/check", PermissionCheck(JiraUser.Engineer));
        engineer["globalPermissions"]!.AsArray().ShouldBeEmpty();
        Granted(engineer, "EDIT_ISSUES", "issues").ShouldBe([10101]);
        Granted(engineer, "ADMINISTER_PROJECTS", "projects").ShouldBeEmpty();

        var viewer = await sandbox.ReadAsync("POST", "/rest/api/3/permissions/check", PermissionCheck(JiraUser.Viewer));
        Granted(viewer, "BROWSE_PROJECTS", "issues").ShouldBe([10101]);
        Granted(viewer, "EDIT_ISSUES", "issues").ShouldBeEmpty();

        var admin = await sandbox.ReadAsync("POST", "/rest/api/3/permissions/check", PermissionCheck(JiraUser.Admin));
        admin["globalPermissions"]!.AsArray().Select(p => (string?)p).ShouldBe(["ADMINISTER"]);
        Granted(admin, "ADMINISTER_PROJECTS", "projects").ShouldBe([10000]);
    }

    [Fact]
    public async Task Search_Pages_By_Token_Without_Repeating_Or_Skipping()
    {
        List<string> keys = [];
        string? token = null;
        do
        {
            var asked = new JsonObject { ["jql"] = "project in (PAY, CORE, MOB) ORDER BY status", ["maxResults"] = 7, ["fields"] = new JsonArray("status"), ["nextPageToken"] = token };
            var page = await sandbox.ReadAsync("POST", "/rest/api/3/search/jql", asked);
            keys.AddRange(page["issues"]!.AsArray().Select(i => (string)i!["key"]!));
            token = (string?)page["nextPageToken"];
            ((bool)page["isLast"]!).ShouldBe(token is null);
        }
        while (token is not null);
        keys.Order(StringComparer.Ordinal).ShouldBe(sandbox.App.Jira.List().Select(i => i.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_Without_Fields_Answers_Ids_Only()
    {
        var page = await sandbox.ReadAsync("GET", "/rest/api/3/search/jql?jql=key%20%3D%20PAY-1");
        page["issues"]![0]!.AsObject().Select(p => p.Key).ShouldBe(["id"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ORDER BY updated")]
    [InlineData("colour = red")]
    [InlineData("project = ")]
    [InlineData("project = NOPE")]
    [InlineData("status = \"Done")]
    [InlineData("updated >= \"soon\"")]
    public async Task Bad_Queries_Are_Refused_In_Jiras_Shape(string jql)
    {
        using var answer = await sandbox.CallAsync("POST", "/rest/api/3/search/jql", new JsonObject { ["jql"] = jql });
        ((int)answer.StatusCode).ShouldBe(400);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!;
        body["errorMessages"]!.AsArray().Count.ShouldBe(1);
        body["errors"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Unknown_Addresses_Answer_404_In_Jiras_Shape()
    {
        using var answer = await sandbox.CallAsync("GET", "/rest/api/3/nothing");
        ((int)answer.StatusCode).ShouldBe(404);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["errorMessages"]!.AsArray().Count.ShouldBe(1);
    }

    private static JsonObject PermissionCheck(JiraUser user) => new()
    {
        ["accountId"] = user.AccountId,
        ["globalPermissions"] = new JsonArray("ADMINISTER"),
        ["projectPermissions"] = new JsonArray(
            new JsonObject { ["permissions"] = new JsonArray("BROWSE_PROJECTS", "EDIT_ISSUES"), ["issues"] = new JsonArray(10101, 99999) },
            new JsonObject { ["permissions"] = new JsonArray("ADMINISTER_PROJECTS"), ["projects"] = new JsonArray(10000, 77777) }),
    };

    private static IEnumerable<long> Granted(JsonNode answer, string permission, string kind) => answer["projectPermissions"]!.AsArray()
        .Where(p => (string?)p!["permission"] == permission)
        .SelectMany(p => p![kind]!.AsArray().Select(id => (long)id!));
}
