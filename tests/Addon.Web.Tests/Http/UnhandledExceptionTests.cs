using System.Net;
using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Web.Http;
using Addon.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Http;

public sealed class UnhandledExceptionTests
{
    private const string Page = "/connect/issue-panel?issueId=10012&issueKey=PAY-12&projectId=10000";

    [Fact]
    public async Task What_Nobody_Expected_Is_Logged_With_Its_Endpoint_And_Its_Trace()
    {
        using var log = new LogLines();
        await using var app = await StartAsync(log, new InvalidOperationException("a detail for operators"));
        var site = await app.InstallAsync();

        using var answer = await app.PageAsync(site, Page);

        await answer.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("a detail");
        var line = log.All.Where(l => l.Level >= LogLevel.Error).ShouldHaveSingleItem();
        line.Category.ShouldBe(typeof(UnhandledExceptionHandler).FullName);
        line.Text.ShouldContain("a detail for operators");
        line.Text.ShouldContain("ShowIssuePanel");
        line.Text.ShouldNotContain("PAY-12");
        log.All.ShouldNotContain(l => l.Text.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Storage_That_Does_Not_Answer_Is_A_Warning()
    {
        using var log = new LogLines();
        await using var app = await StartAsync(log, new StorageUnavailableException("The storage is busy."));
        var site = await app.InstallAsync();

        using var answer = await app.PageAsync(site, Page);

        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "storage.unavailable");
        log.All.ShouldNotContain(l => l.Level >= LogLevel.Error);
        log.All.Where(l => l.Level == LogLevel.Warning).ShouldHaveSingleItem().Text.ShouldContain("ShowIssuePanel");
    }

    [Fact]
    public async Task No_Log_Level_Brings_A_Token_Out()
    {
        using var log = new LogLines();
        await using var app = await StartAsync(log, fault: null);
        var site = await app.InstallAsync();

        using var page = await app.PageAsync(site, Page);
        using var refused = await app.PageAsync(site with { Secret = "another-secret-that-signs-nothing-at-all" }, Page);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        log.All.ShouldContain(l => l.Level == LogLevel.Trace || l.Level == LogLevel.Debug, "the lowest levels are on");
        log.All.Where(l => l.Text.Contains("eyJ", StringComparison.Ordinal) || l.Text.Contains(site.Secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Task<AddonApp> StartAsync(LogLines log, Exception? fault) => AddonApp.StartAsync(settings =>
    {
        settings.Configuration["Logging:LogLevel:Default"] = "Trace";
        settings.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace";
        settings.Configuration["Logging:LogLevel:System.Net.Http"] = "Trace";
        settings.Services = builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log);
            if (fault is not null)
            {
                builder.Services.Replace(ServiceDescriptor.Scoped<IIssuePanelReader>(_ => new BrokenReader(fault)));
            }
        };
    });

    private sealed class BrokenReader(Exception fault) : IIssuePanelReader
    {
        public Task<IssuePanel> ReadAsync(TenantId tenant, IssueId issue, ProjectId project, CancellationToken ct) => throw fault;
    }
}
