using Addon.Core.Objectives;

namespace Addon.Web.Objectives;

/// <summary>Objectives: the API behind the pages.</summary>
internal static class ObjectivesModule
{
    public static WebApplicationBuilder AddObjectives(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ObjectivePlaces>();
        builder.Services.AddScoped<ObjectiveParents>();
        builder.Services.AddScoped<WriteObjective>();
        builder.Services.AddScoped<MoveObjective>();
        builder.Services.AddScoped<ReadObjectives>();
        return builder;
    }

    public static WebApplication MapObjectives(this WebApplication app)
    {
        app.MapObjectiveApi();
        return app;
    }
}
