using System.Globalization;
using Addon.Web.AdminPage;
using Addon.Web.Answers;
using Addon.Web.Audit;
using Addon.Web.CompanyPage;
using Addon.Web.Connect;
using Addon.Web.Cycles;
using Addon.Web.Data;
using Addon.Web.Forge;
using Addon.Web.Health;
using Addon.Web.Hosting;
using Addon.Web.Http;
using Addon.Web.Jira;
using Addon.Web.KeyResultPage;
using Addon.Web.KeyResults;
using Addon.Web.Objectives;
using Addon.Web.Portability;
using Addon.Web.ProjectPage;
using Addon.Web.Scopes;
using Addon.Web.Ui;
using Addon.Web.Webhooks;
using Microsoft.Extensions.Options;

namespace Addon.Web;

/// <summary>The one list of modules, and the order in which the host comes up.</summary>
public static class AddonHost
{
    /// <summary>Adds every module's services.</summary>
    public static WebApplicationBuilder AddAddon(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddServer();
        builder.AddHttp();
        builder.AddConnect();
        builder.AddData();
        builder.AddJira();
        builder.AddWebhooks();
        builder.AddAnswers();
        builder.AddScopes();
        builder.AddCycles();
        builder.AddAudit();
        builder.AddObjectives();
        builder.AddKeyResults();
        builder.AddKeyResultPage();
        builder.AddProjectPage();
        builder.AddPortability();
        builder.AddCompanyPage();
        builder.AddUi();
        builder.AddHealth();
        return builder;
    }

    /// <summary>Maps every module's pipeline and endpoints.</summary>
    public static WebApplication MapAddon(this WebApplication app)
    {
        app.UseConnectEdge();
        app.UseProblems();
        app.UseRouting();
        app.UseUi();
        app.UseConnect();
        app.UsePageApi();
        app.MapHttp();
        app.MapConnect();
        app.MapWebhooks();
        app.MapAnswers();
        app.MapScopes();
        app.MapCycles();
        app.MapAudit();
        app.MapAdminPage();
        app.MapObjectives();
        app.MapKeyResults();
        app.MapKeyResultPage();
        app.MapProjectPage();
        app.MapPortability();
        app.MapCompanyPage();
        app.MapHealth();
        app.MapUi();
        return app;
    }

    /// <summary>Checks the configuration and builds the host without starting it. Tests and the sandbox come in here, too, so that there is one way to start.</summary>
    /// <param name="args">Configuration, as command-line arguments.</param>
    /// <param name="configure">Changes to services, made after all modules have added theirs.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The machine's culture must not show in what is written. (InvariantGlobalization would do that too, but SqlClient refuses to work with it.)
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(AddonHost).Assembly.GetName().Name,
            // Settings, descriptor and public files lie beside the assembly, whatever the working directory is.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddAddon();
        configure?.Invoke(builder);
        var app = builder.Build();
        // First of all, so that every bad setting is told at once and not the one that a module happens to read first.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app.MapAddon();
    }

    /// <summary>Checks the descriptor, lets the modules prepare, and starts the server.</summary>
    public static async Task StartAddonAsync(this WebApplication app, CancellationToken ct = default)
    {
        app.CheckDescriptor();
        foreach (var task in app.Services.GetServices<IStartupTask>())
        {
            await task.RunAsync(ct);
        }

        await app.StartAsync(ct);
    }

    /// <summary>Builds, prepares and runs the host, or runs the command that the arguments name.</summary>
    /// <returns>The process exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is [ForgeManifestCommand.Name, ..])
            {
                return await ForgeManifestCommand.RunAsync(args);
            }

            await using var app = Create(args);
            await app.StartAddonAsync();
            await app.WaitForShutdownAsync();
            return 0;
        }
#pragma warning disable CA1031 // Whatever stops the start, the operator gets one line and not a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"straightline cannot start: {StartFailure.Describe(e)}");
            return 1;
        }
    }
}
