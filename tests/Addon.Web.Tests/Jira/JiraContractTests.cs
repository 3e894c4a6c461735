using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Jira;
using NJsonSchema;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Jira;

/// <summary>Everything that we send to Jira, and everything that our stand-ins answer in its place, against Jira's own description of its API.</summary>
public sealed class JiraContractTests
{
    private const string Components = "#/components/schemas/";

    private static readonly TenantId Tenant = TenantId.New();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_Request_And_Every_Stubbed_Answer_Is_As_Jira_Describes_It()
    {
        var api = JsonNode.Parse(await File.ReadAllTextAsync(SharedData.PathOf("openapi/jira-platform-v3.json"), Ct))!.AsObject();
        await using var jira = await JiraStub.StartAsync();
        var answers = new List<(string Path, string Body)>();
        Announce("GET", "/rest/api/3/issue/10042", JiraAnswers.Issue(parent: 10040));
        Announce("POST", "/rest/api/3/search/jql", JiraAnswers.Page("two", JiraAnswers.IssueNode()), JiraAnswers.Page(null, JiraAnswers.IssueNode()));
        Announce(
            "POST",
            "/rest/api/3/permissions/check",
            JiraAnswers.Granted("EDIT_ISSUES", issues: [10042]),
            JiraAnswers.Granted("ADMINISTER_PROJECTS", projects: [10000]),
            JiraAnswers.GrantedGlobally("ADMINISTER"));

        await using var client = new JiraClient([jira.Installation(Tenant)]);
        var person = new AccountId("557058:0b6d");
        (await client.Issues.FindAsync(Tenant, new IssueId(10042), Ct)).Succeeded.ShouldBeTrue();
        (await client.Issues.ListChangedAsync(Tenant, DateTimeOffset.UnixEpoch, Ct).ToListAsync(Ct)).ShouldAllBe(page => page.Succeeded);
        (await client.Permissions.AllowsAsync(Tenant, person, JiraPermission.EditIssue, new IssueId(10042), Ct)).Value.ShouldBeTrue();
        (await client.Permissions.AllowsAsync(Tenant, person, JiraPermission.AdministerProject, new ProjectId(10000), Ct)).Value.ShouldBeTrue();
        (await client.Permissions.AllowsAsync(Tenant, person, JiraPermission.AdministerJira, Ct)).Value.ShouldBeTrue();

        jira.Calls.Count.ShouldBe(6);
        foreach (var call in jira.Calls)
        {
            await CheckRequestAsync(api, call);
        }

        answers.Count.ShouldBe(6);
        foreach (var (path, body) in answers)
        {
            await CheckAsync(api, Operation(api, path)["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, body);
        }

        void Announce(string method, string path, params string[] bodies)
        {
            var next = 0;
            jira.On(method, path, context =>
            {
                var body = bodies[Math.Min(next++, bodies.Length - 1)];
                answers.Add(($"{method} {path}", body));
                return JiraStub.WriteAsync(context, body);
            });
        }
    }

    private static async Task CheckRequestAsync(JsonObject api, JiraStub.Call call)
    {
        var target = call.Target[JiraStub.BasePath.Length..].Split('?', 2);
        var operation = Operation(api, $"{call.Method} {target[0]}");
        var known = operation["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "query").Select(p => (string)p!["name"]!).ToList();
        var sent = target.Length > 1 ? target[1].Split('&').Select(p => p.Split('=')[0]) : [];
        sent.Except(known, StringComparer.Ordinal).ShouldBeEmpty(call.Target);
        ((string?)operation["x-atlassian-connect-scope"]).ShouldBe("READ", call.Target);
        if (operation["requestBody"] is { } body)
        {
            await CheckAsync(api, body["content"]!["application/json"]!["schema"]!, call.Body);
        }
        else
        {
            call.Body.ShouldBeEmpty();
        }
    }

    private static JsonNode Operation(JsonObject api, string call)
    {
        var parts = call.Split(' ');
        var path = parts[1].StartsWith("/rest/api/3/issue/", StringComparison.Ordinal) ? "/rest/api/3/issue/{issueIdOrKey}" : parts[1];
        return api["paths"]![path]![parts[0].ToLowerInvariant()].ShouldNotBeNull(call);
    }

    private static async Task CheckAsync(JsonObject api, JsonNode schema, string body)
    {
        var definitions = new JsonObject();
        Collect(api["components"]!["schemas"]!.AsObject(), schema, definitions);
        var standalone = new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["definitions"] = definitions };
        var text = standalone.ToJsonString().Replace(Components, "#/definitions/", StringComparison.Ordinal);
        var errors = (await JsonSchema.FromJsonAsync(text, Ct)).Validate(body);
        errors.ShouldBeEmpty($"{body} is not as described: {string.Join("; ", errors)}");
    }

    /// <summary>Gathers what a schema refers to, directly or not: the whole document takes seconds to read.</summary>
    private static void Collect(JsonObject all, JsonNode? node, JsonObject definitions)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Collect(all, item, definitions);
            }
        }
        else if (node is JsonObject json)
        {
            foreach (var (name, value) in json)
            {
                if (string.Equals(name, "$ref", StringComparison.Ordinal) && ((string)value!)[Components.Length..] is var referred && !definitions.ContainsKey(referred))
                {
                    definitions[referred] = all[referred]!.DeepClone();
                    Collect(all, all[referred], definitions);
                }

                Collect(all, value, definitions);
            }
        }
    }
}
