using Addon.Web.Portability;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Portability;

public sealed class ImportPanelTests
{
    [Fact]
    public async Task Every_Field_Has_A_Label_And_Every_Part_That_The_Script_Looks_For_Is_There()
    {
        var page = await Rendering.ParseAsync<ImportPanel>(new { });
        var script = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "wwwroot", "js", "import-panel.js"), TestContext.Current.CancellationToken);

        foreach (var field in page.QuerySelectorAll("input, textarea"))
        {
            page.QuerySelector($"label[for='{field.Id}']").ShouldNotBeNull(field.Id);
        }

        foreach (var part in (string[])["title", "text", "progress", "tables", "commit", "cancel", "error", "form", "result"])
        {
            page.QuerySelector($"[data-import-{part}]").ShouldNotBeNull(part);
        }

        script.ShouldContain("export const init");
        page.QuerySelectorAll("[style], [onclick], script").ShouldBeEmpty();
    }
}
