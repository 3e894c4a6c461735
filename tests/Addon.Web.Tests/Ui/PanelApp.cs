using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json.Nodes;
using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Web.Data;
using Addon.Web.Tests.Hosting;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Shouldly;

namespace Addon.Web.Tests.Ui;

/// <summary>A host with one site, a project PAY with two issues in it, and people with rights.</summary>
internal sealed class PanelApp : IAsyncDisposable
{
    public const string Admin = "admin-account";
    public const string Engineer = "engineer-account";
    public const string Viewer = "viewer-account";
    public const long Project = 10000;
    public const long OtherProject = 10001;
    public const long Issue = 10012;
    public const long Epic = 10001;

    private readonly FailingAudit trail;

    private PanelApp(AddonApp app, TestSite site, JiraRights rights, FailingAudit audit)
    {
        App = app;
        Site = site;
        Rights = rights;
        trail = audit;
    }

    public AddonApp App { get; }

    public TestSite Site { get; }

    public JiraRights Rights { get; }

    public static async Task<PanelApp> StartAsync()
    {
        var audit = new FailingAudit();
        var app = await AddonApp.StartAsync(settings => settings.Services = builder =>
        {
            audit.Wrap(builder.Services);

            // Its polling would be counted among the commands of a request.
            foreach (var worker in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == "Addon.Web.Webhooks").ToList())
            {
                builder.Services.Remove(worker);
            }
        });
        var rights = new JiraRights(app.Jira)
            .Grant(Admin, "ADMINISTER")
            .Grant(Admin, "ADMINISTER_PROJECTS", Project)
            .Grant(Admin, "BROWSE_PROJECTS", Project)
            .Grant(Admin, "EDIT_ISSUES", Issue)
            .Grant(Engineer, "EDIT_ISSUES", Issue)
            .Grant(Engineer, "EDIT_ISSUES", Epic)
            .Grant(Engineer, "BROWSE_PROJECTS", Issue)
            .Grant(Engineer, "BROWSE_PROJECTS", Project)
            .Grant(Viewer, "BROWSE_PROJECTS", Issue);
        AddIssue(app.Jira, Issue, "PAY-12", Epic);
        AddIssue(app.Jira, Epic, "PAY-1", null);
        return new PanelApp(app, await app.InstallAsync(), rights, audit);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>An issue as Jira's REST API gives it.</summary>
    public static void AddIssue(StubServer jira, long id, string key, long? parent, long project = Project) => jira.OnJson("GET", $"/rest/api/3/issue/{id}", new JsonObject
    {
        ["id"] = $"{id}",
        ["key"] = key,
        ["fields"] = new JsonObject
        {
            ["project"] = new JsonObject { ["id"] = $"{project}" },
            ["status"] = new JsonObject { ["name"] = "In Progress", ["statusCategory"] = new JsonObject { ["key"] = "indeterminate" } },
            ["issuetype"] = new JsonObject { ["id"] = "10001", ["hierarchyLevel"] = parent is null ? 1 : 0 },
            ["parent"] = parent is null ? null : new JsonObject { ["id"] = $"{parent}" },
            ["updated"] = "2026-11-20T10:00:00.000+0000",
        },
    });

    /// <summary>Calls the API with a context token that shows nothing in particular.</summary>
    public Task<HttpResponseMessage> CallAsync(string method, string path, JsonNode? body = null, string? account = Engineer, TestSite? site = null, int? version = null) =>
        App.SessionAsync(site ?? Site, new HttpMethod(method), "/api/v1/" + path, body, account, version: version);

    /// <summary>Calls the API and expects a success.</summary>
    public async Task<JsonNode> SucceedAsync(string method, string path, JsonNode? body = null, string account = Admin, int? version = null)
    {
        using var response = await CallAsync(method, path, body, account, version: version);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path} answered {response.StatusCode}: {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async Task<Guid> AddObjectiveAsync(string title = "Payments never stop", long project = Project) =>
        (Guid)(await SucceedAsync("POST", $"projects/{project}/objectives", new JsonObject { ["title"] = title, ["teamName"] = "PAY" }))["id"]!;

    /// <summary>Adds a key result; an active one goes through its life, for which the objective gets whom it lacks.</summary>
    public async Task<Guid> AddKeyResultAsync(Guid objective, string title = "Reduce P1 incidents", string state = "active")
    {
        var id = (Guid)(await SucceedAsync("POST", $"objectives/{objective}/key-results", KeyResult(title)))["id"]!;
        if (state == "draft")
        {
            return id;
        }

        await NamePeopleAsync(objective);
        await MoveAsync(id, "active", 1);
        if (state != "active")
        {
            await MoveAsync(id, state, 2, "Nobody needs it");
        }

        return id;
    }

    /// <summary>Takes a key result to another state.</summary>
    public Task<JsonNode> MoveAsync(Guid keyResult, string state, int version, string? reason = null) => SucceedAsync(
        "POST", $"key-results/{keyResult}/transitions", new JsonObject { ["to"] = state, ["reason"] = reason }, version: version);

    /// <summary>Names the owner of an objective and of the mapping of its scope, without whom it cannot become active.</summary>
    public Task NamePeopleAsync(Guid objective) => ArrangeAsync(async (services, tenant) =>
    {
        var objectives = services.GetRequiredService<IObjectiveStore>();
        var scopes = services.GetRequiredService<IScopeStore>();
        var found = (await objectives.FindAsync(tenant, new ObjectiveId(objective), CancellationToken.None))!;
        if (found.Owner is null)
        {
            (await objectives.UpdateAsync(tenant, found with { Owner = new AccountId(Admin) }, new AccountId(Admin), CancellationToken.None)).ShouldBeTrue();
        }

        var scope = (await scopes.FindAsync(tenant, found.Scope, CancellationToken.None))!;
        if (scope.MappingOwner is null)
        {
            (await scopes.UpdateAsync(tenant, scope with { MappingOwner = new AccountId(Engineer) }, new AccountId(Admin), CancellationToken.None)).ShouldBeTrue();
        }
    });

    /// <summary>Brings about what the API under test does not.</summary>
    public async Task ArrangeAsync(Func<IServiceProvider, TenantId, Task> arrange)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var installation = await scope.ServiceProvider.GetRequiredService<IInstallationStore>().FindByClientKeyAsync(Site.ClientKey, CancellationToken.None);
        await arrange(scope.ServiceProvider, installation!.Tenant);
    }

    public static JsonObject KeyResult(string title = "Reduce P1 incidents") => new()
    {
        ["title"] = title,
        ["from"] = 12,
        ["to"] = 4,
        ["unit"] = "incidents",
        ["per"] = "month",
        ["owner"] = Engineer,
    };

    public static JsonObject Linked(params Guid[] keyResults) => new()
    {
        ["answer"] = "linked",
        ["keyResultIds"] = new JsonArray([.. keyResults.Select(k => JsonValue.Create(k.ToString("D")))]),
    };

    /// <summary>The issue panel's page as Jira loads it.</summary>
    public Task<HttpResponseMessage> IssuePageAsync(string? account = Engineer, long issue = Issue, string key = "PAY-12", TestSite? site = null) =>
        App.PageAsync(site ?? Site, $"/connect/issue-panel?issueId={issue}&issueKey={key}&projectId={Project}", account);

    public Task<HttpResponseMessage> ProjectPageAsync(string? account = Engineer, TestSite? site = null) =>
        App.PageAsync(site ?? Site, $"/connect/project-key-results?projectId={Project}&projectKey=PAY", account);

    public static async Task<IHtmlDocument> ReadPageAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The names of all scopes, in the order of their creation.</summary>
    public async Task<IReadOnlyList<string>> ScopesAsync()
    {
        await using var connection = new SqliteConnection(App.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM scope ORDER BY created_at, id";
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>The audit's entries, oldest first.</summary>
    public async Task<IReadOnlyList<(string? Actor, string Action, string EntityId)>> AuditAsync()
    {
        await using var connection = new SqliteConnection(App.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT actor, action, entity_id FROM audit_event WHERE actor IS NOT NULL ORDER BY at, id";
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<(string?, string, string)>();
        while (await reader.ReadAsync())
        {
            entries.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return entries;
    }

    /// <summary>From now on nothing can be written to the audit.</summary>
    public void BreakAudit() => trail.IsBroken = true;

    /// <summary>How many database commands <paramref name="request"/> costs, which can be sent several times.</summary>
    /// <remarks>Now and then the host reads a remembered site again, on a slow machine within any request: the least of three is what the request itself costs.</remarks>
    public async Task<long> CountCommandsAsync(Func<Task> request)
    {
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            least = Math.Min(least, await CountOnceAsync(request));
        }

        return least;
    }

    private async Task<long> CountOnceAsync(Func<Task> request)
    {
        long count = 0;
        var factory = App.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == DbMetrics.Commands && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, sent, _, _) => Interlocked.Add(ref count, sent));
        listener.Start();
        await request();
        return Interlocked.Read(ref count);
    }

    /// <summary>An audit that can be made to fail.</summary>
    private sealed class FailingAudit
    {
        public bool IsBroken { get; set; }

        public void Wrap(IServiceCollection services)
        {
            var inner = services.Single(s => s.ServiceType == typeof(IAuditTrail));
            services.Replace(ServiceDescriptor.Scoped<IAuditTrail>(provider => new Trail(
                this,
                (IAuditTrail)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)))));
        }

        private sealed class Trail(FailingAudit owner, IAuditTrail inner) : IAuditTrail
        {
            public Task AppendAsync(TenantId tenant, AuditEntry entry, CancellationToken ct) =>
                owner.IsBroken ? throw new InvalidOperationException("The audit is broken.") : inner.AppendAsync(tenant, entry, ct);
        }
    }
}
