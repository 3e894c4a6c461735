using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.Okrs;

/// <summary>Objectives and key results: the project's page and the API behind it.</summary>
internal static class OkrsModule
{
    public static WebApplicationBuilder AddOkrs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<OkrAuthority>();
        builder.Services.AddScoped<WriteObjective>();
        builder.Services.AddScoped<WriteKeyResult>();
        builder.Services.AddScoped<ListLinkedIssues>();
        return builder;
    }

    public static WebApplication MapOkrs(this WebApplication app)
    {
        app.MapProjectPanelPage();
        app.MapProjectApi();
        app.MapOkrApi();
        return app;
    }
}
