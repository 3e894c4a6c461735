using Addon.Web.Answers;
using Addon.Web.Connect;
using Addon.Web.Data;
using Addon.Web.Health;
using Addon.Web.Http;
using Addon.Web.Jira;
using Addon.Web.Okrs;
using Addon.Web.Ui;
using Addon.Web.Webhooks;

namespace Addon.Web;

/// <summary>The one list of modules, and the order in which the host comes up.</summary>
public static class AddonHost
{
    /// <summary>Adds every module's services.</summary>
    public static WebApplicationBuilder AddAddon(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddHttp();
        builder.AddConnect();
        builder.AddData();
        builder.AddJira();
        builder.AddWebhooks();
        builder.AddAnswers();
        builder.AddOkrs();
        builder.AddUi();
        builder.AddHealth();
        return builder;
    }

    /// <summary>Maps every module's pipeline and endpoints.</summary>
    public static WebApplication MapAddon(this WebApplication app)
    {
        app.UseProblems();
        app.UseUi();
        app.UseConnect();
        app.MapConnect();
        app.MapWebhooks();
        app.MapAnswers();
        app.MapOkrs();
        app.MapHealth();
        return app;
    }

    /// <summary>Builds, prepares and runs the host.</summary>
    /// <returns>The process exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).AddAddon().Build().MapAddon();
        await app.RunAsync();
        return 0;
    }
}
