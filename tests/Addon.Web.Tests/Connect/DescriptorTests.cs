using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Addon.Web.Connect;
using Addon.Web.Connect.Descriptor;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class DescriptorTests
{
    private const string Sound = """
        {
          "lifecycle": { "installed": "/in", "enabled": "/on" },
          "modules": {
            "webhooks": [ { "event": "a", "url": "/hook" }, { "event": "b", "url": "/hook" } ],
            "jiraIssueContents": [ { "key": "k", "icon": { "url": "/img/straightline.svg" }, "target": { "type": "web_panel", "url": "/panel/{issue.id}?x={issue.key}" } } ],
            "jiraProjectPages": [ { "key": "p", "iconUrl": "/img/straightline.svg", "url": "/project", "conditions": [ { "condition": "user_is_logged_in" } ] } ]
          }
        }
        """;

    [Fact]
    public void A_Descriptor_That_Fits_Has_No_Fault() => FaultOf(Sound, MapSound).ShouldBeNull();

    public static TheoryData<string, string, string> Changes => new()
    {
        { "\"/in\"", "\"/other\"", "\"/other\" is answered by no POST endpoint" },
        { "\"/in\"", "\"/hook\"", "needs an endpoint for Lifecycle tokens" },
        { "\"/in\"", "\"/in?id={project.id}\"", "must not have placeholders" },
        { "\"/on\"", "\"/in\"", "needs an endpoint for Webhook tokens" },
        { "\"event\": \"a\", \"url\": \"/hook\"", "\"event\": \"a\", \"url\": \"/hook?i={issue.id}\"", "must not have placeholders" },
        { "\"event\": \"a\", \"url\": \"/hook\"", "\"event\": \"a\", \"url\": \"/project\"", "\"/project\" is answered by no POST endpoint" },
        { "\"/project\"", "\"/hook\"", "\"/hook\" is answered by no GET endpoint" },
        { "\"/project\"", "\"/nowhere?x=1\"", "\"/nowhere?x=1\" is answered by no GET endpoint" },
        { "\"/project\"", "\"/api\"", "needs an endpoint for Page tokens" },
        { "\"/project\"", "\"/open\"", "takes no tokens" },
        { "\"/project\"", "\"/twice\"", "answered by 2 endpoints" },
        { "\"iconUrl\": \"/img/straightline.svg\"", "\"iconUrl\": \"/img/none.svg\"", "\"/img/none.svg\" is no file" },
        { "\"iconUrl\": \"/img/straightline.svg\"", "\"iconUrl\": \"/img\"", "\"/img\" is no file" },
        { "\"jiraProjectPages\"", "\"other\": [], \"jiraProjectPages_\"", "" },
        { "\"url\": \"/project\",", "", "no URL names \"/project\", whose endpoint takes Page tokens" },
        { ", \"enabled\": \"/on\"", "", "no URL names \"/on\", whose endpoint takes Webhook tokens" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_Descriptor_That_Does_Not_Fit_Is_Named(string old, string changed, string fault)
    {
        Sound.ShouldContain(old);
        var found = FaultOf(Sound.Replace(old, changed, StringComparison.Ordinal), routes =>
        {
            MapSound(routes);
            if (changed.Contains("/twice", StringComparison.Ordinal))
            {
                routes.MapGet("/twice", () => "").RequireToken(ConnectTokenKind.Page);
                routes.MapGet("/{name}", () => "").RequireToken(ConnectTokenKind.Page);
            }
        });

        (found ?? "").ShouldContain(fault);
        found?.ShouldNotContain("\n");
    }

    [Fact]
    public async Task The_Host_Does_Not_Start_With_A_Descriptor_That_Does_Not_Fit()
    {
        var descriptor = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, AddonDescriptor.FileName)))!;
        descriptor["lifecycle"]!["dare-migration"] = "/connect/dare";
        var exception = await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            var app = AddonHost.Create(
                ["--environment=Development", "--urls=http://127.0.0.1:0"],
                builder => builder.Services.Replace(ServiceDescriptor.Singleton(_ => new AddonDescriptor(descriptor.ToJsonString(), "https://x.example", "k"))));
            await using (app)
            {
                await app.StartAddonAsync();
            }
        });

        exception.Message.ShouldContain("/connect/dare");
    }

    [Fact]
    public async Task The_Rendered_Descriptor_Is_Served_With_The_Configured_Base_Url_And_Key()
    {
        await using var app = await AddonApp.StartAsync(settings =>
        {
            settings.PublicBaseUrl = "https://apps.example.test/okr/";
            settings.Configuration["Addon:Key"] = "my-key";
        });

        using var answer = await app.SendAsync(HttpMethod.Get, "/atlassian-connect.json", null, null);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        var descriptor = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        descriptor["baseUrl"]!.GetValue<string>().ShouldBe("https://apps.example.test/okr");
        descriptor["key"]!.GetValue<string>().ShouldBe("my-key");

        var again = app.Request(HttpMethod.Get, "/atlassian-connect.json", null, null);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(answer.Headers.ETag!.Tag));
        (await app.Http.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public void The_Descriptor_Keeps_The_Platforms_Rules()
    {
        var descriptor = Rendered().Root;

        descriptor["key"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(64);
        descriptor["baseUrl"]!.GetValue<string>().ShouldStartWith("https://");
        descriptor["baseUrl"]!.GetValue<string>().ShouldNotEndWith("/");
        descriptor["links"]!["self"]!.GetValue<string>().ShouldBe(descriptor["baseUrl"]!.GetValue<string>() + AddonDescriptor.Path);
        descriptor["authentication"]!["type"]!.GetValue<string>().ShouldBe("jwt");
        descriptor["apiMigrations"]!.AsObject().Select(m => (m.Key, m.Value!.GetValue<bool>()))
            .ShouldBe([("gdpr", true), ("signed-install", true), ("context-qsh", true)], ignoreOrder: true);
        descriptor["scopes"]!.AsArray().Select(s => s!.GetValue<string>()).ShouldBe(["READ", "WRITE"], ignoreOrder: true);
        descriptor["lifecycle"]!.AsObject().Select(m => m.Key).ShouldBe(["installed", "uninstalled", "enabled", "disabled"], ignoreOrder: true);
        var modules = descriptor["modules"]!.AsObject();
        var keys = modules.Where(m => m.Key != "webhooks").SelectMany(m => m.Value!.AsArray()).Select(m => m!["key"]!.GetValue<string>()).ToList();
        keys.ShouldBeUnique();
        keys.ShouldAllBe(key => key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_'));
        modules["webhooks"]!.AsArray().Select(m => m!["event"]!.GetValue<string>()).ShouldBeUnique();
        modules["webhooks"]!.AsArray().Select(m => m!["event"]!.GetValue<string>()).ShouldBeSubsetOf(
            ["jira:issue_created", "jira:issue_updated", "jira:issue_deleted", "project_deleted", "project_soft_deleted", "project_restored_deleted"]);
        DescriptorLink.Of(descriptor).ShouldAllBe(link => link.Url.StartsWith('/') && !link.Url.StartsWith("//", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Descriptor_Is_Valid_Against_The_Platforms_Schema()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(SharedData.PathOf("descriptor/jira-global-schema.json")));

        schema.Validate(Rendered().Root.ToJsonString()).Select(error => error.ToString()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"key\":\"{{appkey}}\"}", "placeholder")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{", "not JSON")]
    public void A_Template_That_Cannot_Be_Rendered_Is_Named(string template, string fault) =>
        Should.Throw<InvalidDataException>(() => new AddonDescriptor(template, "https://x.example", "k")).Message.ShouldContain(fault);

    [Fact]
    public void What_Is_Filled_In_Stays_Json() =>
        new AddonDescriptor("""{"key":"{{appKey}}"}""", "https://x.example", "a\"b\\c\n").Root["key"]!.GetValue<string>().ShouldBe("a\"b\\c\n");

    private static AddonDescriptor Rendered() =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, AddonDescriptor.FileName)), "https://straightline.example.com", "straightline");

    private static void MapSound(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/in", () => "").RequireToken(ConnectTokenKind.Lifecycle);
        routes.MapPost("/on", () => "").RequireToken(ConnectTokenKind.Webhook);
        routes.MapPost("/hook", () => "").RequireToken(ConnectTokenKind.Webhook);
        routes.MapGet("/panel/{issueId}", () => "").RequireToken(ConnectTokenKind.Page);
        routes.MapGet("/project", () => "").RequireToken(ConnectTokenKind.Page);
        routes.MapGet("/api", () => "").RequireToken(ConnectTokenKind.Session);
        routes.MapGet("/open", () => "").AllowAnonymous();
    }

    private static string? FaultOf(string descriptor, Action<IEndpointRouteBuilder> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore().AddAuthorization();
        using var app = (IDisposable)builder.Build();
        var routes = (IEndpointRouteBuilder)app;
        map(routes);
        using var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        return DescriptorCheck.FirstFault(DescriptorLink.Of(JsonNode.Parse(descriptor)!.AsObject()), [.. routes.DataSources.SelectMany(source => source.Endpoints)], files);
    }
}
