using Addon.Core.KeyResults;

namespace Addon.Web.KeyResults;

/// <summary>Key results: the API behind the pages.</summary>
internal static class KeyResultsModule
{
    public static WebApplicationBuilder AddKeyResults(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<WriteKeyResult>();
        builder.Services.AddScoped<ListLinkedIssues>();
        return builder;
    }

    public static WebApplication MapKeyResults(this WebApplication app)
    {
        app.MapKeyResultApi();
        return app;
    }
}
