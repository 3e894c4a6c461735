using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace Addon.Web.Forge;

/// <summary>Turns the descriptor into the manifest of a Forge app that carries the same modules: the only way on which a Connect backend is installed today.</summary>
/// <remarks>Generated and never edited, so that there stays one list of what Jira may call (Forge: app manifest, <c>connectModules</c>).</remarks>
internal static class ForgeManifest
{
    private const string Remote = "backend";

    // Needed although there is no function (Forge: app.runtime).
    private const string Runtime = "nodejs22.x";

    private static readonly Dictionary<string, string> Scopes = new(StringComparer.Ordinal)
    {
        ["READ"] = "read:connect-jira",
        ["WRITE"] = "write:connect-jira",
        ["DELETE"] = "delete:connect-jira",
        ["PROJECT_ADMIN"] = "project-admin:connect-jira",
        ["ADMIN"] = "admin:connect-jira",
        ["ACT_AS_USER"] = "act-as-user:connect-jira",
        ["ACCESS_EMAIL_ADDRESSES"] = "access-email-addresses:connect-jira",
    };

    /// <summary>Writes the manifest.</summary>
    /// <param name="descriptor">The rendered descriptor.</param>
    /// <param name="appId">The app's ARI, from <c>forge register</c>.</param>
    /// <exception cref="InvalidDataException">The descriptor has something that a manifest cannot say.</exception>
    public static string Write(JsonObject descriptor, string appId)
    {
        var manifest = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["app"] = Map(
                ("id", appId),
                ("runtime", Map(("name", Runtime))),
                ("connect", Map(("key", Text(descriptor, "key")), ("remote", Remote), ("authentication", "jwt")))),
            ["remotes"] = new List<object> { Map(("key", Remote), ("baseUrl", Text(descriptor, "baseUrl"))) },
            ["connectModules"] = Modules(descriptor),
            ["permissions"] = Map(("scopes", ScopesOf(descriptor))),
        };
        var yaml = new SerializerBuilder().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).WithIndentedSequences().WithNewLine("\n").Build().Serialize(manifest);
        return $"# Generated from atlassian-connect.json; do not edit. To make it for your app:\n"
            + "# dotnet run --project Addon.Web -- forge-manifest --app-id <ari> --key <key> --base-url <url> --output forge/manifest.yml\n"
            + yaml;
    }

    private static Dictionary<string, object> Modules(JsonObject descriptor)
    {
        var modules = new Dictionary<string, object>(StringComparer.Ordinal) { ["jira:lifecycle"] = new List<object> { Lifecycle(descriptor) } };
        foreach (var (name, module) in descriptor["modules"]!.AsObject())
        {
            var entries = module is JsonArray array ? array.Select(entry => entry!.AsObject()) : [module!.AsObject()];
            modules[$"jira:{name}"] = name == "webhooks" ? Webhooks(entries) : entries.Select(entry => Value(entry)).ToList();
        }

        return modules;
    }

    // Not enabled and disabled: an app on Forge is never told (Connect on Forge: differences).
    private static Dictionary<string, object> Lifecycle(JsonObject descriptor)
    {
        var lifecycle = descriptor["lifecycle"]!.AsObject();
        return Map(("key", "lifecycle"), ("installed", Text(lifecycle, "installed")), ("uninstalled", Text(lifecycle, "uninstalled")));
    }

    // A descriptor's webhook has no key, a manifest's needs one: the event makes it.
    private static List<object> Webhooks(IEnumerable<JsonObject> webhooks)
    {
        var list = new List<object>();
        foreach (var group in webhooks.GroupBy(webhook => KeyOf(Text(webhook, "event")), StringComparer.Ordinal))
        {
            foreach (var (index, webhook) in group.Index())
            {
                var entry = Map(("key", index == 0 ? group.Key : $"{group.Key}-{index + 1}"));
                foreach (var (name, value) in webhook)
                {
                    entry[name] = Value(value);
                }

                list.Add(entry);
            }
        }

        return list;
    }

    private static string KeyOf(string eventName) =>
        "wh-" + eventName.Replace("jira:", "", StringComparison.Ordinal).Replace('_', '-').Replace(':', '-');

    private static List<object> ScopesOf(JsonObject descriptor) =>
    [
        .. descriptor["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>().ToUpperInvariant()).Where(scope => scope != "NONE").Select(scope =>
            Scopes.TryGetValue(scope, out var translated) ? translated : throw new InvalidDataException($"The scope \"{scope}\" has no counterpart in a Forge manifest.")),
    ];

    private static object Value(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => Value(member.Value), StringComparer.Ordinal),
        JsonArray items => items.Select(Value).ToList(),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetValue(out long number) ? number : value.GetValue<decimal>(),
            _ => value.GetValue<string>(),
        },
        _ => throw new InvalidDataException("The descriptor has a null, which a Forge manifest cannot say."),
    };

    private static string Text(JsonObject parent, string name) =>
        parent[name]?.GetValue<string>() ?? throw new InvalidDataException($"The descriptor has no \"{name}\".");

    private static Dictionary<string, object> Map(params (string Name, object Value)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
}
