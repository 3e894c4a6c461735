using Addon.Core.Company;

namespace Addon.Web.CompanyPage;

/// <summary>The company page, and its part of the API.</summary>
internal static class CompanyPageModule
{
    public static WebApplicationBuilder AddCompanyPage(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ShowCompanyTree>();
        return builder;
    }

    public static WebApplication MapCompanyPage(this WebApplication app)
    {
        app.MapCompany();
        app.MapCompanyApi();
        return app;
    }
}
