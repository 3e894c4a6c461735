using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Http;
using Addon.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class PageApiInputTests
{
    private static readonly JsonSerializerOptions Exact = new() { Converters = { new ExactDecimalConverter() } };

    [Theory]
    [InlineData("application/json; charset=bogus", 415)]
    [InlineData("application/json; charset=utf-7", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"utf-8\"", 415)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json", 200)]
    public async Task A_Body_Is_Json_In_Utf8(string contentType, int status)
    {
        await using var app = await PanelApp.StartAsync();
        using var body = new StringContent("""{"answer": "notKrWork", "reason": "maintenance"}""");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var answer = await SendAsync(app, HttpMethod.Put, $"issues/{PanelApp.Issue}/answer", body);

        if (status == 415)
        {
            await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "request.not_json");
        }
        else
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("""{"title": "one", "title": "two"}""")]
    [InlineData("""{"title": "one", "Title": "two"}""")]
    public async Task A_Member_That_Is_There_Twice_Is_Refused(string json)
    {
        await using var app = await PanelApp.StartAsync();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var answer = await SendAsync(app, HttpMethod.Post, $"projects/{PanelApp.Project}/objectives", body);

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "request.malformed");
    }

    [Fact]
    public async Task Numbers_That_Would_Be_Rounded_Are_Refused_By_Their_Fields()
    {
        await using var app = await PanelApp.StartAsync();
        var objective = await app.AddObjectiveAsync();
        using var body = new StringContent(
            """{"title": "t", "from": 1e-30, "to": 1.00000000000000000000000000000000001, "unit": "u", "owner": "o", "state": "draft"}""", Encoding.UTF8, "application/json");

        using var answer = await SendAsync(app, HttpMethod.Post, $"objectives/{objective}/key-results", body);

        await answer.ShouldBeInvalidAsync("from", "key_result.from_out_of_range");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("key_result.to_out_of_range");
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0e99999999999", "0")]
    [InlineData("12.500000000000000000000000000000000000", "12.5")]
    [InlineData("1.5e3", "1500")]
    [InlineData("-2500e-2", "-25")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1e-29", null)]
    [InlineData("1e-30", null)]
    [InlineData("1e99999999999", null)]
    [InlineData("1e400", null)]
    [InlineData("9007199254740993.0000000000001", null)]
    [InlineData("0.30000000000000000000000000000001", null)]
    public void A_Number_Is_Read_Exactly_Or_As_One_That_No_Field_Takes(string json, string? expected) =>
        JsonSerializer.Deserialize<decimal>(json, Exact)
            .ShouldBe(expected is null ? decimal.MaxValue : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_Team_Name_Is_Plain_Text()
    {
        await using var app = await PanelApp.StartAsync();

        await app.CallAsync("POST", $"projects/{PanelApp.Project}/objectives", new JsonObject { ["title"] = "t", ["teamName"] = "P\u202EAY" }, PanelApp.Admin)
            .ShouldBeProblemAsync(400, "objective.team_name_invalid", "teamName:objective.team_name_invalid");
    }

    [Theory]
    [InlineData("PAY", 200)]
    [InlineData("pay_2-x", 200)]
    [InlineData("%3Cb%3E", 400)]
    [InlineData("PAY%0A", 400)]
    [InlineData("%D0%A0", 400)]
    [InlineData("", 400)]
    public async Task What_Is_No_Project_Key_Is_Not_Shown(string key, int status)
    {
        await using var app = await PanelApp.StartAsync();

        using var answer = await app.App.PageAsync(app.Site, $"/connect/project-key-results?projectId={PanelApp.Project}&projectKey={key}");

        ((int)answer.StatusCode).ShouldBe(status);
    }

    private static Task<HttpResponseMessage> SendAsync(PanelApp app, HttpMethod method, string path, HttpContent body) =>
        app.App.SendAsync(method, "/api/v1/" + path, ConnectTokens.Context(app.Site.ClientKey, app.Site.Secret, PanelApp.Admin, app.App.Clock.GetUtcNow()), body);
}
