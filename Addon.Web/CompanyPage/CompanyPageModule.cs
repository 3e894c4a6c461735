using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Web.Connect;
using Addon.Web.Ui;

namespace Addon.Web.CompanyPage;

/// <summary>The company page, and its part of the API.</summary>
internal static class CompanyPageModule
{
    public static WebApplicationBuilder AddCompanyPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ShowCompanyTree>();

        // Every part of the tree can be drawn by itself, so what all of them need cascades from the request.
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddCascadingValue(KeyResultPages);
        return builder;
    }

    public static WebApplication MapCompanyPage(this WebApplication app)
    {
        app.MapCompany();
        app.MapCompanyApi();
        return app;
    }

    private static Func<KeyResultId, string>? KeyResultPages(IServiceProvider services) =>
        services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Caller>() is { } caller
            ? services.GetRequiredService<JiraLinks>().KeyResultPages(caller.DisplayUrl)
            : null;
}
