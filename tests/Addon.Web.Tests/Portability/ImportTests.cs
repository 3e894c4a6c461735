using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Portability;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Portability;

public sealed class ImportTests
{
    private const string Header = "scope,scope_mapping_owner,cycle,objective,objective_owner,key,title,from,to,unit,per,owner,state,value\r\n";
    private const string Row = "Company / Payments,mo-1,2026 Q4,Payments never stop,owner-1,,P1 incidents,12,4,incidents,month,owner-1,active,9\r\n";

    private static readonly string Sample = Path.Combine(RepositoryRoot.Path, "docs", "samples", "okrs.csv");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Full_Export_Imported_Into_An_Empty_Site_Gives_The_Same_Hash()
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(await File.ReadAllTextAsync(Sample, Ct));
        var other = await app.App.InstallAsync();
        var export = await app.ExportAsync();

        var done = await app.ImportAsync(export, "application/json", other);

        ((int)done["report"]!["add"]!).ShouldBeGreaterThan(3);
        (await app.ExportAsync(site: other)).ShouldBe(export);
        ((string)JsonNode.Parse(export)!["hash"]!).Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("?format=json", "application/json")]
    [InlineData("?format=csv", "text/csv; charset=utf-8")]
    public async Task What_Was_Exported_Changes_Nothing_Where_It_Comes_From(string query, string type)
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(await File.ReadAllTextAsync(Sample, Ct));
        var audited = (await app.AuditAsync()).Count;

        var done = await app.ImportAsync(await app.ExportAsync(query), type);

        ((int)done["report"]!["add"]!).ShouldBe(0, done.ToJsonString());
        ((int)done["report"]!["change"]!).ShouldBe(0, done.ToJsonString());
        ((int)done["report"]!["leave"]!).ShouldBeGreaterThan(3);
        (await app.AuditAsync()).Count.ShouldBe(audited);
    }

    [Fact]
    public async Task A_Dry_Run_Writes_Nothing_And_Tells_Every_Error_By_Row_And_Column()
    {
        await using var app = await PanelApp.StartAsync();

        var check = await app.CheckAsync(Header + Row + "Company / Payments,,2026 Q4,Payments never stop,owner-1,,Broken,twelve,4,incidents,fortnight,owner-1,active,\r\n");

        ((string)check["state"]!).ShouldBe("checked");
        check["report"]!["errors"]!.AsArray().Select(e => $"{e!["row"]}:{e["column"]}:{e["code"]}").ShouldBe(
            ["3:from:import.number_invalid", "3:per:import.word_unknown", "3:from:lint.s1"], ignoreOrder: true);
        (await app.ScopesAsync()).ShouldBeEmpty();
        (await app.AuditAsync()).ShouldBeEmpty();
        using var commit = await app.CallAsync("POST", $"imports/{check["id"]}/commit", null, PanelApp.Admin);
        await commit.ShouldBeProblemAsync(HttpStatusCode.Conflict, "import.has_errors");
    }

    [Fact]
    public async Task A_Table_Of_Some_Columns_Changes_Those_Fields_And_Says_So_In_The_Audit()
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(Header + Row);

        var done = await app.ImportAsync("scope,cycle,objective,key,value,Colour\r\nCompany / Payments,2026 Q4,Payments never stop,KR-1,7,red\r\n");

        ((int)done["report"]!["change"]!).ShouldBe(1);
        done["report"]!["unknownColumns"]!.ToJsonString().ShouldBe("""[{"name":"colour","cells":1}]""");
        var keyResult = JsonNode.Parse(await app.ExportAsync())!["objectives"]![0]!["keyResults"]![0]!;
        keyResult["values"]!.AsArray().Select(v => (decimal)v!["value"]!).ShouldBe([9m, 7m]);
        ((decimal)keyResult["from"]!).ShouldBe(12);
        (await app.AuditAsync())[^1].Action.ShouldBe("key_result.imported");
    }

    [Fact]
    public async Task An_Easier_Target_Needs_A_Reason_And_The_Original_Stays()
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(Header + Row);
        const string Table = "scope,cycle,objective,key,to,change_reason\r\nCompany / Payments,2026 Q4,Payments never stop,KR-1,6,";

        var refused = await app.CheckAsync(Table + "\r\n");
        await app.ImportAsync(Table + "We lost two people\r\n");

        ((string)refused["report"]!["errors"]![0]!["code"]!).ShouldBe("key_result.reason_missing");
        var keyResult = JsonNode.Parse(await app.ExportAsync())!["objectives"]![0]!["keyResults"]![0]!;
        ((decimal)keyResult["original"]!["to"]!).ShouldBe(4);
        ((string)keyResult["targetChanges"]![0]!["reason"]!).ShouldBe("We lost two people");
    }

    [Fact]
    public async Task Formulas_Are_Neutralised_And_Come_Back_As_They_Were()
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(Header + Row.Replace("P1 incidents", "\"=HYPERLINK(\"\"http://x\"\")\"", StringComparison.Ordinal));

        var csv = await app.ExportAsync("?format=csv");
        var done = await app.ImportAsync(csv, "text/csv; charset=utf-8");

        csv.ShouldContain("'=HYPERLINK");
        csv.ShouldNotContain(",\"=HYPERLINK");
        ((int)done["report"]!["leave"]!).ShouldBe(1);
        ((string)JsonNode.Parse(await app.ExportAsync())!["objectives"]![0]!["keyResults"]![0]!["title"]!).ShouldBe("=HYPERLINK(\"http://x\")");
    }

    [Fact]
    public async Task A_Key_That_Means_Something_Else_Here_Is_Numbered_Anew_And_Told()
    {
        await using var app = await PanelApp.StartAsync();
        await app.ImportAsync(Header + Row);

        var done = await app.ImportAsync(Header + Row.Replace("Company / Payments", "Company / Web", StringComparison.Ordinal).Replace(",,P1", ",KR-1,P1", StringComparison.Ordinal));

        done["report"]!["keys"]!.ToJsonString().ShouldBe("""[{"file":"KR-1","here":"KR-2"}]""");
        ((string)done["report"]!["notes"]![0]!["code"]!).ShouldBe("import.renumbered");
    }

    [Fact]
    public async Task Few_Rows_Get_Numbers_Where_Many_Are_Already()
    {
        await using var app = await PanelApp.StartAsync();
        for (var n = 0; n < 6; n++)
        {
            await app.AddObjectiveAsync($"Objective {n}");
        }

        var done = await app.ImportAsync(
            "scope,scope_mapping_owner,cycle,objective,objective_owner,title,from,to,unit,owner,state\r\n"
            + "Company / Web,m,2026 Q4,Grow,o,P1 incidents,12,4,incidents,o,draft\r\n"
            + "Company / Web,m,2026 Q4,Last,o,Churn,12,4,%,o,draft\r\n");

        ((string)done["state"]!).ShouldBe("done", done.ToJsonString());
        var numbers = JsonNode.Parse(await app.ExportAsync())!["objectives"]!.AsArray().Select(o => (string)o!["key"]!).ToList();
        numbers.Count.ShouldBe(8);
        numbers.ShouldBeUnique();
    }

    [Fact]
    public async Task A_Milestone_Becomes_Output_From_Nought_To_One()
    {
        await using var app = await PanelApp.StartAsync();

        await app.ImportAsync("scope,scope_mapping_owner,cycle,objective,objective_owner,title,type,owner,state,value\r\nPayments,m,2026 Q4,Grow,o,New vault live,boolean,o,active,yes\r\n");

        var keyResult = JsonNode.Parse(await app.ExportAsync())!["objectives"]![0]!["keyResults"]![0]!;
        ((string)keyResult["source"]!).ShouldBe("linkedWork");
        ((decimal)keyResult["from"]!).ShouldBe(0);
        ((decimal)keyResult["to"]!).ShouldBe(1);
        ((decimal)keyResult["values"]![0]!["value"]!).ShouldBe(1);
    }

    [Fact]
    public async Task All_Or_Nothing_When_The_Audit_Fails()
    {
        await using var app = await PanelApp.StartAsync();
        var check = await app.CheckAsync(Header + Row);
        app.BreakAudit();

        using var commit = await app.CallAsync("POST", $"imports/{check["id"]}/commit", null, PanelApp.Admin);
        var failed = await app.WaitAsync((string)check["id"]!, "importing");

        ((string)failed["state"]!).ShouldBe("failed");
        ((string)failed["report"]!["errors"]![0]!["code"]!).ShouldBe("import.failed");
        (await app.ScopesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_Import_That_Was_Running_When_The_Process_Died_Is_Run_Again()
    {
        await using var app = await PanelApp.StartAsync();
        var check = await app.CheckAsync(Header + Row);
        await using var scope = app.App.Services.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<IImportJobStore>();
        var id = Guid.Parse((string)check["id"]!);
        var tenant = new TenantId(await TenantAsync(scope.ServiceProvider));

        // As a process leaves it that dies while it writes; the next one finds it when it starts.
        (await jobs.MoveAsync(tenant, id, ImportState.Checked, ImportState.Importing, Ct)).ShouldBeTrue();
        scope.ServiceProvider.GetRequiredService<Web.Portability.ImportProgress>().Signal();

        ((string)(await app.WaitAsync(id.ToString("D"), "importing"))["state"]!).ShouldBe("done");
        (await app.ScopesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_Does_Not_Administer_Jira_Neither_Exports_Nor_Imports()
    {
        await using var app = await PanelApp.StartAsync();
        var check = await app.CheckAsync(Header + Row);
        var other = await app.App.InstallAsync();

        await app.CallAsync("GET", "export").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.UploadAsync(Encoding.UTF8.GetBytes(Header + Row), "text/csv", account: PanelApp.Engineer).ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", "imports").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", $"imports/{check["id"]}").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("POST", $"imports/{check["id"]}/commit").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("DELETE", $"imports/{check["id"]}").ShouldBeProblemAsync(403, "okr.settings_not_allowed");
        await app.CallAsync("GET", $"imports/{check["id"]}", null, PanelApp.Admin, other).ShouldBeProblemAsync(404, "import.not_found");
        await app.CallAsync("GET", "export", null, null).ShouldBeProblemAsync(403, "person.missing");
    }

    [Fact]
    public async Task An_Import_Can_Be_Forgotten_And_Listed()
    {
        await using var app = await PanelApp.StartAsync();
        var first = await app.CheckAsync(Header + Row);
        var second = await app.CheckAsync(Header + Row);

        using var forgotten = await app.CallAsync("DELETE", $"imports/{first["id"]}", null, PanelApp.Admin);
        var list = await app.SucceedAsync("GET", "imports");

        forgotten.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        list["items"]!.AsArray().Select(i => (string)i!["id"]!).ShouldBe([(string)second["id"]!]);
    }

    private static async Task<Guid> TenantAsync(IServiceProvider services) =>
        await services.GetRequiredService<Web.Data.DbSession>().FindAsync<Guid>("SELECT tenant_id FROM import_job", null, Ct);
}
