using System.Net;
using Addon.Core.Jira;
using Microsoft.Extensions.Options;

namespace Addon.Web.Jira;

internal static class JiraModule
{
    /// <summary>Adds everything that speaks to Jira.</summary>
    public static TBuilder AddJira<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddOptions<JiraOptions>().Bind(builder.Configuration.GetSection(JiraOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<JiraOptions>, JiraOptionsValidator>();
        builder.Services.AddSingleton<JiraBudget>();
        builder.Services.AddSingleton<JiraResilience>();
        builder.Services.AddSingleton<GrantedPermissions>();
        builder.Services.AddSingleton<OpenQuestions>();
        builder.Services.AddSingleton<JiraSites>();
        builder.Services.AddTransient<ResilienceHandler>();
        builder.Services.AddTransient<JiraSigningHandler>();
        builder.Services.AddHttpClient<JiraApi>(client => client.Timeout = Timeout.InfiniteTimeSpan) // The deadline is the resilience handler's.
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .AddHttpMessageHandler<ResilienceHandler>()
            .AddHttpMessageHandler<JiraSigningHandler>()
            .RemoveAllLoggers(); // They would log addresses.
        builder.Services.AddTransient<IJiraIssues, JiraIssues>();
        builder.Services.AddTransient<IJiraPermissions, JiraPermissions>();
        return builder;
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // A redirect would carry the token to another place, and turns a POST into a GET.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
