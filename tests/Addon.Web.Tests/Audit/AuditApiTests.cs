using System.Net;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Scopes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Audit;

public sealed class AuditApiTests
{
    [Fact]
    public async Task Jira_Admins_Page_Through_The_Audit_The_Newest_First()
    {
        await using var app = await PanelApp.StartAsync();
        await ScopeApiTests.FirstRunAsync(app);

        List<string> seen = [];
        string? after = null;
        do
        {
            var page = await app.SucceedAsync("GET", $"audit?limit=2&actor={PanelApp.Admin}{(after is null ? "" : $"&after={after}")}");
            page["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page["items"]!.AsArray().Select(e => (string)e!["id"]!));
            after = (string?)page["next"];
        }
        while (after is not null);

        seen.Count.ShouldBe(4);
        seen.Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
        await app.CallAsync("GET", "audit").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", "audit?from=yesterday").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", "audit/export").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
    }

    [Theory]
    [InlineData("action=cycle.", 1)]
    [InlineData("action=cycle", 1)]
    [InlineData("action=scope.project", 1)]
    [InlineData("entityType=scope", 2)]
    [InlineData("actor=nobody", 0)]
    [InlineData("from=2100-01-01", 0)]
    [InlineData("until=2020-01-01", 0)]
    [InlineData("from=2020-01-01&until=2100-01-01&action=objective.", 1)]
    public async Task A_Filter_Narrows(string filter, int count)
    {
        await using var app = await PanelApp.StartAsync();
        await ScopeApiTests.FirstRunAsync(app);

        (await app.SucceedAsync("GET", $"audit?{filter}"))["items"]!.AsArray().Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_Wrong_Filter_Is_Told()
    {
        await using var app = await PanelApp.StartAsync();

        await app.CallAsync("GET", "audit?from=yesterday", account: PanelApp.Admin).ShouldBeProblemAsync(400, "audit.from_invalid", "from:audit.from_invalid");
        await app.CallAsync("GET", "audit?entityId=1", account: PanelApp.Admin).ShouldBeProblemAsync(400, "audit.entity_type_missing", "entityType:audit.entity_type_missing");
        await app.CallAsync("GET", "audit/export?format=xlsx", account: PanelApp.Admin).ShouldBeProblemAsync(400, "audit.format_unknown", "format:audit.format_unknown");
    }

    [Fact]
    public async Task The_History_Of_A_Thing_Is_For_Whoever_May_Read_It()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = (string)(await ScopeApiTests.FirstRunAsync(app))["objectiveId"]!;

        var history = await app.SucceedAsync("GET", $"objectives/{objective}/history", account: PanelApp.Engineer);

        var entry = history["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)entry["action"]!).ShouldBe("objective.added");
        ((string)entry["after"]!["title"]!).ShouldBe("Payments never stop");
        await app.CallAsync("GET", $"objectives/{objective}/history", account: PanelApp.Viewer).ShouldBeProblemAsync(403, "okr.read_not_allowed");
        await app.CallAsync("GET", $"objectives/{Guid.NewGuid()}/history").ShouldBeProblemAsync(404, "objective.not_found");
        await app.CallAsync("GET", $"key-results/{Guid.NewGuid()}/history").ShouldBeProblemAsync(404, "key_result.not_found");
        await app.CallAsync("GET", $"objectives/{objective}/history", account: PanelApp.Admin, site: await app.App.InstallAsync()).ShouldBeProblemAsync(404, "objective.not_found");
    }

    [Fact]
    public async Task An_Export_Is_Whole_And_Runs_No_Formula()
    {
        await using var app = await PanelApp.StartAsync();
        await ScopeApiTests.FirstRunAsync(app);
        // More than is read at once, and one that a spreadsheet would run.
        await app.ExecuteAsync("""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
            INSERT INTO audit_event (tenant_id, id, at, actor, action, entity_type, entity_id, via)
            SELECT DISTINCT s.tenant_id, PRINTF('00000000-0000-7000-8000-%012d', n.i), '2026-01-01T00:00:00.000000Z', '=HYPERLINK("x")', 'made.up', 'thing', n.i, 0
            FROM n CROSS JOIN scope s;
            """);

        using var csv = await app.CallAsync("GET", "audit/export", account: PanelApp.Admin);
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = await app.CallAsync("GET", "audit/export?format=jsonl&action=made.", account: PanelApp.Admin);
        var rows = (await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        csv.StatusCode.ShouldBe(HttpStatusCode.OK);
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldContain("straightline-audit.csv");
        lines[0].TrimEnd('\r').ShouldBe("at,actor,action,entityType,entityId,before,after,via,id");
        lines.Count(l => l.Contains("made.up", StringComparison.Ordinal)).ShouldBe(1200);
        lines.ShouldContain(l => l.Contains("'=HYPERLINK", StringComparison.Ordinal));
        lines.ShouldNotContain(l => l.Contains(",=HYPERLINK", StringComparison.Ordinal) || l.Contains(",\"=HYPERLINK", StringComparison.Ordinal));
        rows.Length.ShouldBe(1200);
        rows.Select(r => (string)JsonNode.Parse(r)!["entityId"]!).Distinct(StringComparer.Ordinal).Count().ShouldBe(1200);
    }
}
