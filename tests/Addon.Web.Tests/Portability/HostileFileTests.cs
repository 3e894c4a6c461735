using System.Text;
using Addon.Web.Portability;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Portability;

public sealed class HostileFileTests
{
    public static TheoryData<string, byte[], string, int, string> Files => new()
    {
        { "long line", Encoding.UTF8.GetBytes("a," + new string('x', UploadCheck.LongestLine)), "text/csv", 400, "import.line_too_long" },
        { "many rows", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 1_000_000))), "text/csv", 400, "import.too_many_rows" },
        { "deep", Encoding.UTF8.GetBytes(new string('[', 100_000)), "application/json", 400, "import.too_deep" },
        { "not UTF-8", [(byte)'a', 0xC3, 0x28, 0xFF], "text/csv", 400, "import.not_utf8" },
        { "half a character", [(byte)'a', 0xE2, 0x82], "text/csv", 400, "import.not_utf8" },
        { "NUL", [(byte)'a', 0, (byte)'b'], "text/csv", 400, "import.nul" },
        { "empty", [], "text/csv", 400, "import.empty" },
        { "too large", new byte[UploadCheck.MostBytes + 1], "text/csv", 413, "request.too_large" },
        { "spreadsheet", [1, 2, 3], "application/vnd.ms-excel", 415, "import.format_unknown" },
        { "another charset", [65], "text/csv; charset=utf-16", 415, "request.not_json" },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_File_That_No_Reader_Should_See_Is_Refused_And_Not_Kept(string name, byte[] content, string type, int status, string code)
    {
        if (name == "too large")
        {
            Array.Fill(content, (byte)' ');
        }

        await using var app = await PanelApp.StartAsync();

        await app.UploadAsync(content, type).ShouldBeProblemAsync(status, code);
        (await app.SucceedAsync("GET", "imports"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"format\":\"straightline-okrs\"", "application/json", "import.json_invalid")]
    [InlineData("{\"format\":\"other\",\"version\":1}", "application/json", "import.format_unknown")]
    [InlineData("{\"format\":\"straightline-okrs\",\"version\":2}", "application/json", "import.version_unknown")]
    [InlineData("{\"format\":\"straightline-okrs\",\"version\":1,\"objectives\":[null]}", "application/json", "import.json_invalid")]
    [InlineData("{\"format\":\"straightline-okrs\",\"version\":1,\"objectives\":[{\"scope\":null,\"cycle\":\"x\",\"title\":\"x\"}]}", "application/json", "import.json_invalid")]
    [InlineData("{\"format\":\"straightline-okrs\",\"version\":1,\"objectives\":[{\"scope\":\"a\",\"cycle\":\"x\",\"title\":\"x\",\"keyResults\":[{\"title\":\"t\",\"values\":[{}]}]}]}", "application/json", "import.json_invalid")]
    [InlineData("null", "application/json", "import.json_invalid")]
    [InlineData("title\nx", "text/csv", "import.column_missing")]
    [InlineData("scope,cycle,objective\n\"a,b,c", "text/csv", "import.csv_invalid")]
    [InlineData("scope,cycle,objective,objective\na,b,c,d", "text/csv", "import.duplicate_column")]
    [InlineData("scope,cycle,objective\na,2026 Q4,c,d", "text/csv", "import.too_many_cells")]
    public async Task A_File_Of_Another_Form_Has_A_Dry_Run_That_Says_So(string content, string type, string code)
    {
        await using var app = await PanelApp.StartAsync();

        var check = await app.CheckAsync(content, type);

        ((string)check["state"]!).ShouldBe("checked");
        check["report"]!["errors"]!.AsArray().Select(e => (string)e!["code"]!).ShouldContain(code, check.ToJsonString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+a")]
    [InlineData("-a")]
    [InlineData("@a")]
    [InlineData("\ta")]
    [InlineData("'a")]
    [InlineData("'=a")]
    [InlineData("''a")]
    [InlineData("'")]
    [InlineData("plain")]
    [InlineData("")]
    public void A_Text_Comes_Back_As_It_Was_And_Is_No_Formula_On_Its_Way(string text)
    {
        var cell = CellText.Write(text);

        CellText.Read(cell).ShouldBe(text);
        (cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)).ShouldBeFalse();
    }
}
