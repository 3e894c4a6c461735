using Addon.Core.KeyResults;

namespace Addon.Web.KeyResults;

/// <summary>Key results: the API behind the pages.</summary>
internal static class KeyResultsModule
{
    public static WebApplicationBuilder AddKeyResults(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddScoped<KeyResultAccess>()
            .AddScoped<KeyResultEditor>()
            .AddScoped<ValueSeries>()
            .AddScoped<ReadKeyResult>()
            .AddScoped<LintKeyResult>()
            .AddScoped<AddKeyResult>()
            .AddScoped<EditKeyResult>()
            .AddScoped<DiscardKeyResult>()
            .AddScoped<StartBaselining>()
            .AddScoped<ActivateKeyResult>()
            .AddScoped<PutKeyResultToSleep>()
            .AddScoped<EndKeyResult>()
            .AddScoped<RetargetKeyResult>()
            .AddScoped<RecordValue>()
            .AddScoped<RecordCheckIn>()
            .AddScoped<LiftHealth>()
            .AddScoped<ManageCoAuthors>()
            .AddScoped<AcceptHints>()
            .AddScoped<ListLinkedIssues>()
            .AddScoped<KeyResultAnswers>()
            .AddScoped<KeyResultSteps>();
        return builder;
    }

    public static WebApplication MapKeyResults(this WebApplication app)
    {
        app.MapKeyResultApi();
        app.MapKeyResultWriting();
        app.MapKeyResultSeries();
        app.MapCoAuthors();
        return app;
    }
}
