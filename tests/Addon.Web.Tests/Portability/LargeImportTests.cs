using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Portability;

public sealed class LargeImportTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Five_Thousand_Key_Results_Come_In_At_Once_And_Are_All_There()
    {
        await using var app = await PanelApp.StartAsync();
        var table = new StringBuilder("scope,scope_mapping_owner,cycle,objective,objective_owner,title,from,to,unit,owner,state,value\r\n");
        for (var n = 0; n < 5000; n++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"Company / Team {n / 100},m,2026 Q4,Objective {n / 5},o,Metric {n},{n},{n + 10},points,o,active,{n + 2}\r\n");
        }

        var watch = Stopwatch.StartNew();
        var done = await app.ImportAsync(table.ToString());
        output.WriteLine($"Dry run and import of 5,000 key results: {watch.Elapsed.TotalSeconds:0.0} s.");

        ((int)done["report"]!["add"]!).ShouldBe(5000);
        JsonNode.Parse(await app.ExportAsync())!["objectives"]!.AsArray().Sum(o => o!["keyResults"]!.AsArray().Count).ShouldBe(5000);
    }
}
