using Addon.Core.Answers;
using Addon.Core.Work;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Addon.Web.Answers;

/// <summary>"Which KR does this move?": the panel on an issue and the API behind it.</summary>
internal static class AnswersModule
{
    public static WebApplicationBuilder AddAnswers(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddScoped<LearnIssue>();
        builder.Services.AddScoped<AnswerIssue>();
        return builder;
    }

    public static WebApplication MapAnswers(this WebApplication app)
    {
        app.MapIssuePanelPage();
        app.MapAnswerApi();
        return app;
    }
}
