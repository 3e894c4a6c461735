using Addon.Core.Scopes;

namespace Addon.Web.Scopes;

/// <summary>Scopes, and who may do what in them.</summary>
internal static class ScopesModule
{
    public static WebApplicationBuilder AddScopes(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScopeAuthority>();
        builder.Services.AddScoped<ReadScopes>();
        builder.Services.AddScoped<WriteScope>();
        builder.Services.AddScoped<MapProject>();
        builder.Services.AddScoped<FirstRun>();
        return builder;
    }

    public static WebApplication MapScopes(this WebApplication app)
    {
        app.MapScopeApi();
        return app;
    }
}
