using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Sandbox.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Addon.Web.Tests.Jira;

/// <summary>
/// A strict stand-in for one Jira site below a base path: it checks each call's token as Jira does, and a call that the test did not announce is a
/// mistake that comes out when the stub is disposed.
/// </summary>
internal sealed class JiraStub : IAsyncDisposable
{
    public const string AppKey = "straightline";
    public const string SecretText = "stub-shared-secret-0123456789-abcdefghij";
    public const string BasePath = "/jira";

    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> routes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> mistakes = new();
    private readonly ConcurrentQueue<Call> calls = new();
    private readonly WebApplication app;

    private JiraStub(WebApplication app) => this.app = app;

    /// <summary>All calls that came, in order.</summary>
    public IReadOnlyList<Call> Calls => [.. calls];

    public Uri BaseUrl => new(app.Urls.Single() + BasePath);

    public static async Task<JiraStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new JiraStub(builder.Build());
        stub.app.Run(stub.AnswerAsync);
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>The stub's site as an installation.</summary>
    public Installation Installation(TenantId tenant) => new()
    {
        Tenant = tenant,
        ClientKey = "stub-" + tenant,
        BaseUrl = BaseUrl,
        DisplayUrl = BaseUrl,
        SharedSecret = new Secret(SecretText),
        LifecycleAt = DateTimeOffset.UnixEpoch,
        InstalledAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Announces a call.</summary>
    public void On(string method, string path, Func<HttpContext, Task> answer) => routes[$"{method} {path}"] = answer;

    public void On(string method, string path, string json) => On(method, path, context => WriteAsync(context, json));

    public void On(string method, string path, HttpStatusCode status) => On(method, path, context =>
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    });

    public static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json;charset=UTF-8";
        return context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        mistakes.ShouldBeEmpty();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var token = context.Request.Headers.Authorization.ToString();
        calls.Enqueue(new Call(context.Request.Method, target, body, token, context.Request.Headers["X-Atlassian-Token"].ToString()));
        CheckToken(context.Request.Method, target, token);
        if (routes.TryGetValue($"{context.Request.Method} {context.Request.Path.Value![BasePath.Length..]}", out var answer))
        {
            await answer(context);
            return;
        }

        mistakes.Enqueue($"Not announced: {context.Request.Method} {context.Request.Path}");
        context.Response.StatusCode = StatusCodes.Status501NotImplemented;
    }

    private void CheckToken(string method, string target, string header)
    {
        var parts = header.Split(' ', 2)[^1].Split('.');
        if (!header.StartsWith("JWT ", StringComparison.Ordinal) || parts.Length != 3)
        {
            mistakes.Enqueue("No token on " + target);
            return;
        }

        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(SecretText), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        if (!mac.AsSpan().SequenceEqual(System.Buffers.Text.Base64Url.DecodeFromChars(parts[2])))
        {
            mistakes.Enqueue("Wrong signature on " + target);
        }

        var claims = Call.Decode(parts[1]);
        var life = (long)claims["exp"]! - (long)claims["iat"]!;
        if ((string?)claims["iss"] != AppKey || life is <= 0 or > 180 || (string?)claims["qsh"] != SandboxQueryHash.Of(method, target[BasePath.Length..])
            || (string?)Call.Decode(parts[0])["alg"] != "HS256")
        {
            mistakes.Enqueue("Wrong claims on " + target);
        }
    }

    /// <summary>One call as it came.</summary>
    internal sealed record Call(string Method, string Target, string Body, string Token, string XsrfHeader)
    {
        public JsonObject Claims => Decode(Token.Split('.')[1]);

        internal static JsonObject Decode(string part) =>
            JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(part))!.AsObject();
    }
}
