namespace Addon.Web.Answers;

internal static class AnswersModule
{
    public static WebApplicationBuilder AddAnswers(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapAnswers(this WebApplication app) => app;
}
