using System.Text.RegularExpressions;
using Addon.Web.Connect.Descriptor;
using Addon.Web.Forge;
using Shouldly;
using Xunit;
using YamlDotNet.Serialization;

namespace Addon.Web.Tests.Forge;

public sealed partial class ForgeManifestTests
{
    private const string AppId = "ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000";

    private static readonly string[] Scopes =
    [
        "read:connect-jira", "write:connect-jira", "delete:connect-jira", "project-admin:connect-jira", "admin:connect-jira", "act-as-user:connect-jira",
        "access-email-addresses:connect-jira",
    ];

    private static string Template => File.ReadAllText(Path.Combine(RepositoryRoot.Path, AddonDescriptor.FileName));

    [Fact]
    public async Task The_Committed_Manifest_Is_What_The_Command_Makes()
    {
        var file = Path.Combine(Path.GetTempPath(), $"manifest-{Guid.NewGuid():N}.yml");

        var code = await AddonHost.RunAsync([ForgeManifestCommand.Name, "--app-id", AppId, "--key", "straightline", "--base-url", "https://straightline.example.com/", "--output", file]);

        code.ShouldBe(0);
        var made = await File.ReadAllTextAsync(file);
        File.Delete(file);
        made.ShouldBe(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "forge", "manifest.yml")));
    }

    [Theory]
    [InlineData("--key", "straightline", "--base-url", "https://x.example")]
    [InlineData("--app-id", "app/1", "--key", "straightline", "--base-url", "https://x.example")]
    [InlineData("--app-id", AppId, "--key", "two words", "--base-url", "https://x.example")]
    [InlineData("--app-id", AppId, "--key", "straightline", "--base-url", "http://x.example")]
    public async Task Bad_Arguments_End_The_Command(params string[] arguments) =>
        (await AddonHost.RunAsync([ForgeManifestCommand.Name, .. arguments])).ShouldBe(2);

    /// <summary>The rules of Atlassian's manifest schema, as far as this app meets them.</summary>
    [Fact]
    public void The_Manifest_Keeps_The_Platforms_Rules()
    {
        var manifest = Read(Template);

        var app = Map(manifest["app"]);
        ((string)app["id"]).ShouldMatch("^ari:cloud:ecosystem::app/[0-9a-f-]{36}$");
        ((string)Map(app["runtime"])["name"]).ShouldBeOneOf("nodejs20.x", "nodejs22.x", "nodejs24.x");
        var connect = Map(app["connect"]);
        ((string)connect["key"]).ShouldMatch("^[a-zA-Z0-9._-]{1,90}$");
        connect["authentication"].ShouldBe("jwt");
        var remote = Map(List(manifest["remotes"]).ShouldHaveSingleItem());
        remote["key"].ShouldBe(connect["remote"]);
        ((string)remote["key"]).Length.ShouldBeLessThanOrEqualTo(23);
        ((string)remote["baseUrl"]).ShouldStartWith("https://");
        remote.ShouldNotContainKey("configurable");
        List(Map(manifest["permissions"])["scopes"]).Cast<string>().ShouldBeSubsetOf(Scopes);

        var modules = Map(manifest["connectModules"]);
        modules.Keys.ShouldAllBe(name => name.StartsWith("jira:", StringComparison.Ordinal));
        var keys = modules.SelectMany(module => List(module.Value)).Select(entry => (string)Map(entry)["key"]).ToList();
        keys.ShouldBeUnique();
        keys.ShouldAllBe(key => KeyForm().IsMatch(key));
        var lifecycle = Map(List(modules["jira:lifecycle"]).ShouldHaveSingleItem());
        lifecycle.Keys.ShouldBe(["key", "installed", "uninstalled"], ignoreOrder: true);
        foreach (var webhook in List(modules["jira:webhooks"]).Select(Map))
        {
            webhook.Keys.ShouldBeSubsetOf(["key", "event", "url", "filter", "excludeBody", "propertyKeys", "conditions"]);
            webhook.ShouldContainKey("event");
            ((string)webhook["url"]).ShouldNotContain("{");
        }
    }

    [Fact]
    public void Every_Module_Of_The_Descriptor_Is_In_The_Manifest()
    {
        var descriptor = new AddonDescriptor(Template, "https://x.example", "k").Root;
        var modules = Map(Read(Template)["connectModules"]);

        foreach (var (name, entries) in descriptor["modules"]!.AsObject())
        {
            List(modules[$"jira:{name}"]).Count.ShouldBe(entries!.AsArray().Count, name);
        }

        modules.Count.ShouldBe(descriptor["modules"]!.AsObject().Count + 1);
    }

    [Fact]
    public void Scopes_Are_Translated_And_Values_Keep_Their_Types()
    {
        var template = """
            {
              "key": "k", "baseUrl": "https://x.example",
              "scopes": ["none", "read", "PROJECT_ADMIN", "ACT_AS_USER", "ACCESS_EMAIL_ADDRESSES"],
              "lifecycle": { "installed": "/i", "uninstalled": "/u" },
              "modules": {
                "webhooks": [ { "event": "jira:issue_updated", "url": "/w", "excludeBody": false }, { "event": "jira:issue_updated", "url": "/w", "filter": "project = A" } ],
                "configurePage": { "key": "c", "url": "/c", "weight": 7, "name": { "value": "yes" } }
              }
            }
            """;

        var manifest = Read(template);

        List(Map(manifest["permissions"])["scopes"]).ShouldBe(["read:connect-jira", "project-admin:connect-jira", "act-as-user:connect-jira", "access-email-addresses:connect-jira"]);
        var modules = Map(manifest["connectModules"]);
        List(modules["jira:webhooks"]).Select(entry => Map(entry)["key"]).ShouldBe(["wh-issue-updated", "wh-issue-updated-2"]);
        var text = ForgeManifest.Write(new AddonDescriptor(template, "https://x.example", "k").Root, AppId);
        text.ShouldContain("weight: 7\n");
        text.ShouldContain("excludeBody: false\n");
        text.ShouldContain("value: \"yes\"\n");
    }

    [Fact]
    public void A_Scope_Without_A_Counterpart_Is_Named() => Should.Throw<InvalidDataException>(() => Read(Template.Replace("\"WRITE\"", "\"FLY\"", StringComparison.Ordinal))).Message.ShouldContain("FLY");

    private static Dictionary<string, object> Read(string template)
    {
        var yaml = ForgeManifest.Write(new AddonDescriptor(template, "https://straightline.example.com", "straightline").Root, AppId);
        return Map(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(yaml));
    }

    private static Dictionary<string, object> Map(object node) => ((Dictionary<object, object>)node).ToDictionary(pair => (string)pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static List<object> List(object node) => (List<object>)node;

    [GeneratedRegex(@"^[a-zA-Z0-9_-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyForm();
}
