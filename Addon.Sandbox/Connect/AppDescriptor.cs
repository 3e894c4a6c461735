using System.Text.Json;

namespace Addon.Sandbox.Connect;

/// <summary>What the add-on's descriptor says; the only source of its addresses.</summary>
public sealed class AppDescriptor
{
    private readonly JsonElement _root;

    private AppDescriptor(JsonElement root)
    {
        _root = root;
        Key = root.GetProperty("key").GetString()!;
        Name = root.GetProperty("name").GetString()!;
        BaseUrl = new Uri(root.GetProperty("baseUrl").GetString()!.TrimEnd('/') + "/");
        IssueContents = Modules("jiraIssueContents");
        ProjectPages = Modules("jiraProjectPages");
        GeneralPages = Modules("generalPages");
        AdminPages = Modules("adminPages");
        Webhooks =
        [
            .. List("webhooks").Select(w => new AppWebhook(
                w.GetProperty("event").GetString()!,
                w.GetProperty("url").GetString()!,
                w.TryGetProperty("filter", out var filter) ? filter.GetString() : null,
                w.TryGetProperty("excludeBody", out var exclude) && exclude.GetBoolean())),
        ];
    }

    /// <summary>The app key.</summary>
    public string Key { get; }

    /// <summary>The app's name.</summary>
    public string Name { get; }

    /// <summary>Where the app is, with a trailing slash.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The panels on an issue.</summary>
    public IReadOnlyList<AppModule> IssueContents { get; }

    /// <summary>The pages of a project.</summary>
    public IReadOnlyList<AppModule> ProjectPages { get; }

    /// <summary>The pages of the site.</summary>
    public IReadOnlyList<AppModule> GeneralPages { get; }

    /// <summary>The pages of the site's administration.</summary>
    public IReadOnlyList<AppModule> AdminPages { get; }

    /// <summary>What it wants to be told.</summary>
    public IReadOnlyList<AppWebhook> Webhooks { get; }

    /// <summary>Reads a descriptor.</summary>
    public static AppDescriptor Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new AppDescriptor(document.RootElement.Clone());
    }

    /// <summary>The URL of a lifecycle event, or null when the app does not want it.</summary>
    public Uri? Lifecycle(string name) =>
        _root.TryGetProperty("lifecycle", out var lifecycle) && lifecycle.TryGetProperty(name, out var url) ? Absolute(url.GetString()!) : null;

    /// <summary>A relative URL of the descriptor below the base URL.</summary>
    public Uri Absolute(string relative) => new(BaseUrl, relative.TrimStart('/'));

    private List<AppModule> Modules(string type) =>
    [
        .. List(type).Select(m => new AppModule(
            m.GetProperty("key").GetString()!,
            m.GetProperty("name").GetProperty("value").GetString()!,
            Icon(m) is { } icon ? Absolute(icon).AbsoluteUri : null,
            m.TryGetProperty("target", out var target) ? target.GetProperty("url").GetString()! : m.GetProperty("url").GetString()!,
            !(m.TryGetProperty("location", out var location) && location.ValueEquals("none")))),
    ];

    private static string? Icon(JsonElement module) =>
        module.TryGetProperty("icon", out var icon) ? icon.GetProperty("url").GetString()
        : module.TryGetProperty("iconUrl", out var url) ? url.GetString()
        : null;

    private JsonElement[] List(string type) =>
        _root.TryGetProperty("modules", out var modules) && modules.TryGetProperty(type, out var list)
            ? list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [list]
            : [];
}
