using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Portability;
using Addon.Web.Tests.Ui;
using Shouldly;

namespace Addon.Web.Tests.Roles;

/// <summary>A site with a company, a team and a project, an objective and a key result, and beside it another site. Somebody who may do everything arranges them.</summary>
internal sealed class RoleSite
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly PanelApp app;
    private readonly TestSite site;
    private readonly TestSite other;
    private int cycles;

    private RoleSite(PanelApp app, TestSite site, TestSite other)
    {
        this.app = app;
        this.site = site;
        this.other = other;
        names["project"] = $"{PanelApp.Project}";
        names["free"] = $"{PanelApp.OtherProject}";
        names["issue"] = $"{PanelApp.Issue}";
    }

    /// <summary>In every title and name of this site, and nowhere else.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What a name stands for.</summary>
    public string this[string name] => names[name];

    public static async Task<RoleSite> StartAsync(PanelApp app, Subject of)
    {
        var made = new RoleSite(app, await app.App.InstallAsync(), await app.App.InstallAsync());
        await made.KeepAsync("company", "POST", "scopes", made.Scope("company"));
        await made.KeepAsync("team", "POST", "scopes", made.Scope("team", made["company"]));
        await made.SucceedAsync("PUT", "scopes/{team}/projects/{project}");
        if (of == Subject.Department)
        {
            await made.KeepAsync("department", "POST", "scopes", made.Scope("department", made["company"]));
        }

        made.names["scope"] = made[of == Subject.Site ? "team" : $"{of}".ToLowerInvariant()];
        made.names["cycle"] = (string)(await made.AddObjectiveAsync())["cycleId"]!;
        await made.AddDraftAsync();
        return made;
    }

    public JsonObject Scope(string? kind, string? parent = null) => new()
    {
        ["kind"] = kind,
        ["name"] = $"{kind ?? "Renamed"} {Mark}",
        ["parentId"] = parent,
        ["owner"] = RoleHost.AccountOf(Role.ScopeOwner),
        ["mappingOwner"] = PanelApp.Admin,
    };

    public JsonObject KeyResult() => new()
    {
        ["title"] = $"Reduce P1 incidents {Mark}",
        ["from"] = 12,
        ["to"] = 4,
        ["unit"] = "incidents",
        ["per"] = "month",
        ["owner"] = RoleHost.AccountOf(Role.KeyResultOwner),
    };

    public JsonObject Cycle(string? name = null) => new()
    {
        ["name"] = name ?? $"Cycle {++cycles}",
        ["kind"] = "custom",
        ["start"] = string.Create(CultureInfo.InvariantCulture, $"{2030 + cycles}-01-01"),
        ["end"] = string.Create(CultureInfo.InvariantCulture, $"{2030 + cycles}-03-31"),
    };

    public Task<JsonNode> AddObjectiveAsync() => KeepAsync("objective", "POST", "scopes/{scope}/objectives", new JsonObject { ["title"] = $"Payments never stop {Mark}" });

    public Task AddDraftAsync() => KeepAsync("keyResult", "POST", "objectives/{objective}/key-results", KeyResult());

    public async Task AddActiveAsync()
    {
        await AddDraftAsync();
        await SucceedAsync("POST", "key-results/{keyResult}/transitions", new JsonObject { ["to"] = "active" }, await VersionAsync("key-results/{keyResult}"));
    }

    public async Task AddValueAsync()
    {
        await AddActiveAsync();
        await KeepAsync("value", "POST", "key-results/{keyResult}/values", new JsonObject { ["value"] = 90 });
    }

    public async Task AddActivatableObjectiveAsync()
    {
        await AddObjectiveAsync();
        await AddDraftAsync();
    }

    public Task InviteEngineerAsync() =>
        SucceedAsync("POST", "key-results/{keyResult}/co-authors", new JsonObject { ["account"] = RoleHost.AccountOf(Role.Engineer) });

    public Task MapFreeProjectAsync() => SucceedAsync("PUT", "scopes/{team}/projects/{free}");

    public async Task GiveFreeProjectAwayAsync()
    {
        await KeepAsync("second", "POST", "scopes", Scope("team"));
        await SucceedAsync("PUT", "scopes/{second}/projects/{free}");
    }

    public Task PlanCycleAsync() => KeepAsync("cycle", "POST", "cycles", Cycle());

    public Task PlanNextCycleAsync() => KeepAsync("next", "POST", "cycles", Cycle());

    public async Task CloseCycleAsync()
    {
        await PlanCycleAsync();
        foreach (var step in (string[])["active", "closing", "closed"])
        {
            await SucceedAsync("POST", "cycles/{cycle}/transitions", new JsonObject { ["to"] = step });
        }

        names["snapshot"] = (string)(await SucceedAsync("GET", "cycles/{cycle}/snapshots"))["items"]![0]!["id"]!;
    }

    /// <summary>What is there, as a file that can be imported again.</summary>
    public async Task<string> ExportAsync() => await app.ExportAsync("?format=csv", site);

    public async Task<HttpContent> FileAsync() => new StringContent(await ExportAsync(), Encoding.UTF8, "text/csv");

    public async Task CheckImportAsync()
    {
        var import = await app.CheckAsync(await ExportAsync(), site: site);
        ((string)import["state"]!).ShouldBe("checked", import.ToJsonString());
        names["import"] = (string)import["id"]!;
    }

    /// <summary>The version of something.</summary>
    public async Task<int> VersionAsync(string path) => (int)(await SucceedAsync("GET", path))["version"]!;

    /// <summary>Calls the operation as somebody.</summary>
    public Task<HttpResponseMessage> CallAsync(RoleRow row, Role role, HttpContent? content, int? version)
    {
        var home = role == Role.OtherTenant ? other : site;
        return SendAsync(row, ConnectTokens.Context(home.ClientKey, home.Secret, RoleHost.AccountOf(role), app.App.Clock.GetUtcNow(), null, null), content, version);
    }

    /// <summary>Calls the operation with a token or none.</summary>
    public async Task<HttpResponseMessage> SendAsync(RoleRow row, string? token, HttpContent? content, int? version)
    {
        using var request = app.App.Request(new HttpMethod(row.Method), "/api/v1/" + Fill(row.Path), token, content);
        if (version is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen}\"");
        }

        return await app.App.Http.SendAsync(request);
    }

    private async Task<JsonNode> KeepAsync(string name, string method, string path, JsonObject body)
    {
        var made = await SucceedAsync(method, path, body);
        names[name] = (string)made["id"]!;
        return made;
    }

    private async Task<JsonNode> SucceedAsync(string method, string path, JsonObject? body = null, int? version = null)
    {
        using var answer = await app.CallAsync(method, Fill(path), body, PanelApp.Admin, site, version);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"To arrange it, {method} {path} answered {answer.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private string Fill(string path) => names.Aggregate(path, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));
}
