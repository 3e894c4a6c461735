using Addon.Web.Http.OpenApi;
using Microsoft.AspNetCore.Http.Json;

namespace Addon.Web.Http;

internal static class HttpModule
{
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddApiDescription();
        builder.Services.AddExceptionHandler<UnhandledExceptionHandler>();
        builder.Services.Configure<JsonOptions>(options =>
        {
            options.SerializerOptions.MaxDepth = 16;
            // Of two members of one name, a proxy or a log may have seen the other one.
            options.SerializerOptions.AllowDuplicateProperties = false;
            options.SerializerOptions.Converters.Add(new ExactDecimalConverter());
            options.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        // A request that cannot be read is thrown, so that the handler above answers it with a code instead of an empty 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>Maps the description of the API.</summary>
    public static WebApplication MapHttp(this WebApplication app)
    {
        app.MapApiDescription();
        return app;
    }

    /// <summary>Turns whatever is thrown below into a ProblemDetails without the exception's text.</summary>
    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        // While a body is read, the framework answers one that is over its limit with the bare status.
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Problems.TooLarge.ExecuteAsync(context.HttpContext)
            : Task.CompletedTask);
        return app;
    }
}
