using Addon.Core.Scopes;

namespace Addon.Web.Scopes;

/// <summary>Scopes, and who may do what in them.</summary>
internal static class ScopesModule
{
    public static WebApplicationBuilder AddScopes(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ScopeAuthority>();
        return builder;
    }
}
