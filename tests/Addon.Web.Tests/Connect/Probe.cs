using System.Text.Json.Nodes;
using Addon.Web.Connect;
using Addon.Web.Connect.Descriptor;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Addon.Web.Tests.Connect;

/// <summary>A host with one more endpoint of each kind that says who the caller is, so that the edge can be tested apart from any feature.</summary>
internal static class Probe
{
    public const string Page = "/probe/page";
    public const string Webhook = "/probe/webhook";
    public const string Session = "/probe/session";

    public static Task<AddonApp> StartAsync(Action<AddonAppSettings>? configure = null) => AddonApp.StartAsync(settings =>
    {
        settings.Services = builder => builder.Services.Replace(ServiceDescriptor.Singleton(_ => new AddonDescriptor(Template(), settings.PublicBaseUrl.TrimEnd('/'), "straightline")));
        settings.Endpoints = app =>
        {
            app.MapGet(Page, WhoAmI).RequireToken(ConnectTokenKind.Page);
            app.MapPost(Webhook, WhoAmI).RequireToken(ConnectTokenKind.Webhook);
            app.MapPost(Session, WhoAmI).RequireToken(ConnectTokenKind.Session);
            app.MapGet("/probe/throws", IResult (Caller _) => throw new InvalidOperationException("a secret detail")).RequireToken(ConnectTokenKind.Session);
            app.MapGet("/probe/forgotten", () => "open");
        };
        configure?.Invoke(settings);
    });

    /// <summary>The descriptor with the probe's endpoints in it.</summary>
    private static string Template()
    {
        var descriptor = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, AddonDescriptor.FileName)))!;
        var modules = descriptor["modules"]!.AsObject();
        modules["webhooks"]!.AsArray().Add(new JsonObject { ["event"] = "comment_created", ["url"] = Webhook });
        modules["generalPages"]!.AsArray().Add(new JsonObject { ["key"] = "probe", ["name"] = new JsonObject { ["value"] = "Probe" }, ["url"] = Page });
        return descriptor.ToJsonString().Replace("\\u007B", "{", StringComparison.OrdinalIgnoreCase);
    }

    private static JsonHttpResult<JsonObject> WhoAmI(Caller caller) => TypedResults.Json(new JsonObject
    {
        ["tenant"] = caller.Tenant.Value,
        ["account"] = caller.Account?.Value,
        ["displayUrl"] = caller.DisplayUrl.ToString(),
        ["issue"] = caller.ShownIssue?.Value,
        ["project"] = caller.ShownProject?.Value,
    });
}
