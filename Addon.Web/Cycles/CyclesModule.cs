using Addon.Core.Cycles;

namespace Addon.Web.Cycles;

/// <summary>Cycles: the API that plans, moves, closes and carries on.</summary>
internal static class CyclesModule
{
    public static WebApplicationBuilder AddCycles(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadCycles>();
        builder.Services.AddScoped<WriteCycle>();
        builder.Services.AddScoped<MoveCycle>();
        builder.Services.AddScoped<CarryForward>();
        return builder;
    }

    public static WebApplication MapCycles(this WebApplication app)
    {
        app.MapCycleApi();
        return app;
    }
}
