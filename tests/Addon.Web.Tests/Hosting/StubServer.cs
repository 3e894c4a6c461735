using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Addon.Web.Tests.Hosting;

/// <summary>The other side of every outgoing call, on a real socket. A call that no test registered is answered 501 and fails the test at the end.</summary>
public sealed class StubServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> handlers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<StubRequest> requests = new();
    private readonly ConcurrentQueue<string> unexpected = new();
    private readonly WebApplication app;

    private StubServer(WebApplication app)
    {
        this.app = app;
        app.Run(HandleAsync);
    }

    /// <summary>Where the stub listens.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it has seen, in order.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. requests];

    /// <summary>Starts a stub on a free port.</summary>
    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new StubServer(builder.Build());
        await stub.app.StartAsync();
        stub.BaseUrl = new Uri(stub.app.Urls.Single());
        return stub;
    }

    /// <summary>Answers a method and an exact path (without query).</summary>
    public StubServer On(string method, string path, RequestDelegate handler)
    {
        handlers[$"{method} {path}"] = handler;
        return this;
    }

    /// <summary>Answers with JSON.</summary>
    public StubServer OnJson(string method, string path, JsonNode answer, int status = StatusCodes.Status200OK)
    {
        var text = answer.ToJsonString();
        return On(method, path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(text);
        });
    }

    /// <summary>Answers with a status and no body.</summary>
    public StubServer OnStatus(string method, string path, int status) => On(method, path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>Stops the stub.</summary>
    /// <exception cref="ShouldAssertException">There was a call that nobody registered.</exception>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        unexpected.ShouldBeEmpty("The add-on made calls that the test did not register.");
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        memory.Position = 0;
        context.Request.Body = memory;
        var request = new StubRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.Authorization.Count == 0 ? null : context.Request.Headers.Authorization.ToString(),
            Encoding.UTF8.GetString(memory.ToArray()));
        requests.Enqueue(request);
        if (handlers.TryGetValue($"{request.Method} {request.Path}", out var handler))
        {
            await handler(context);
            return;
        }

        unexpected.Enqueue($"{request.Method} {request.Target}");
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
    }
}
