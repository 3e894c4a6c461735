using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Requests;
using Addon.Sandbox.Signing;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Http;

public sealed class RepeatedRequestTests
{
    private const string Company = "/api/v1/company/objectives";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Same_Request_Again_Gets_The_Same_Answer_And_Does_Nothing()
    {
        await using var app = await PanelApp.StartAsync();
        using var first = await PostAsync(app, "k-1", "Grow");
        using var second = await PostAsync(app, "k-1", "Grow");

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await second.Content.ReadAsStringAsync(Ct)).ShouldBe(await first.Content.ReadAsStringAsync(Ct));
        (await AddedAsync(app)).ShouldBe(1);
    }

    [Fact]
    public async Task Many_At_The_Same_Time_Are_Done_Once()
    {
        await using var app = await PanelApp.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(app, "k-1", "Grow")));

        answers.Select(a => a.StatusCode).ShouldAllBe(s => s == HttpStatusCode.Created);
        answers.Count(a => !a.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        (await AddedAsync(app)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_Request_With_The_Key_Is_Refused_And_Another_Person_Has_Keys_Of_Their_Own()
    {
        await using var app = await PanelApp.StartAsync();
        app.Rights.Grant(PanelApp.Engineer, "ADMINISTER");
        using var first = await PostAsync(app, "k-1", "Grow");

        using var other = await PostAsync(app, "k-1", "Shrink");
        using var colleague = await PostAsync(app, "k-1", "Shrink", PanelApp.Engineer);

        await other.ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
        colleague.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await AddedAsync(app)).ShouldBe(2);
    }

    [Fact]
    public async Task A_Refusal_Is_Not_Remembered()
    {
        await using var app = await PanelApp.StartAsync();
        using var refused = await PostAsync(app, "k-1", "Grow", PanelApp.Engineer);
        app.Rights.Grant(PanelApp.Engineer, "ADMINISTER");
        await app.App.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope().DisposeAsync();

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var invalid = await PostAsync(app, "k-2", "");
        using var valid = await PostAsync(app, "k-2", "Grow");

        invalid.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        valid.StatusCode.ShouldBe(HttpStatusCode.Created);
        valid.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    public async Task A_Key_That_Is_None_Is_Refused(string key)
    {
        await using var app = await PanelApp.StartAsync();

        using var answer = await PostAsync(app, key, "Grow");
        using var tooLong = await PostAsync(app, new string('k', 201), "Grow");

        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.key_invalid");
        await tooLong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "idempotency.key_invalid");
    }

    [Fact]
    public async Task Who_Dies_Between_Effect_And_Answer_Leaves_A_Mark_And_Nothing_Is_Done_Twice()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        var done = 0;
        await using var app = await AddonApp.StartAsync(settings =>
        {
            settings.Clock = clock;
            settings.Endpoints = host => host.MapPageApi("Test").MapPost("/dies", async (IUnitOfWork work, CancellationToken ct) =>
            {
                await work.RunAsync(_ => Task.FromResult(Interlocked.Increment(ref done)), ct);
                throw new InvalidOperationException("The process dies here.");
            });
        });
        var site = await app.InstallAsync();

        using var first = await PostAsync(app, site, "k-1");
        using var soon = await PostAsync(app, site, "k-1");
        clock.Advance(TimeSpan.FromMinutes(2));
        using var later = await PostAsync(app, site, "k-1");
        clock.Advance(TimeSpan.FromHours(25));
        using var nextDay = await PostAsync(app, site, "k-1");

        first.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await soon.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency.in_progress");
        soon.Headers.RetryAfter.ShouldNotBeNull();
        await later.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency.outcome_unknown");
        nextDay.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, "a key is known for a day, then it is a new one");
        done.ShouldBe(2);
    }

    [Fact]
    public async Task An_Effect_That_Is_Undone_Leaves_No_Mark()
    {
        await using var app = await PanelApp.StartAsync();
        app.BreakAudit();

        using var first = await PostAsync(app, "k-1", "Grow");
        using var second = await PostAsync(app, "k-1", "Grow");

        first.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        second.StatusCode.ShouldBe(HttpStatusCode.InternalServerError, "it is tried again, not taken for done");
    }

    [Fact]
    public async Task What_Has_Run_Out_Is_Purged()
    {
        await using var app = await PanelApp.StartAsync();
        using var kept = await PostAsync(app, "k-1", "Grow");
        await using var scope = app.App.Services.CreateAsyncScope();
        var memory = scope.ServiceProvider.GetRequiredService<IRequestMemory>();

        (await memory.PurgeAsync(DateTimeOffset.MinValue, 10, Ct)).ShouldBe(0);
        (await memory.PurgeAsync(DateTimeOffset.MaxValue, 10, Ct)).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> PostAsync(PanelApp app, string key, string title, string account = PanelApp.Admin) =>
        SendAsync(app.App, app.Site, Company, key, new JsonObject { ["title"] = title }, account);

    private static Task<HttpResponseMessage> PostAsync(AddonApp app, TestSite site, string key) => SendAsync(app, site, "/api/v1/dies", key, [], "account-1");

    private static Task<HttpResponseMessage> SendAsync(AddonApp app, TestSite site, string url, string key, JsonObject body, string account)
    {
        var request = app.Request(
            HttpMethod.Post,
            url,
            ConnectTokens.Context(site.ClientKey, site.Secret, account, app.Clock.GetUtcNow(), null, null),
            new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return app.Http.SendAsync(request, Ct);
    }

    private static async Task<int> AddedAsync(PanelApp app) => (await app.AuditAsync()).Count(e => e.Action == "objective.added");
}
