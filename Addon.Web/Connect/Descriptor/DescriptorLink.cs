#pragma warning disable MA0048 // A link and what it may point at.
using System.Text.Json.Nodes;

namespace Addon.Web.Connect.Descriptor;

/// <summary>One relative URL of the descriptor and what has to answer there.</summary>
/// <param name="Place">Where in the descriptor it stands, as a path.</param>
/// <param name="Url">The URL as written.</param>
/// <param name="Target">What has to answer there.</param>
internal sealed record DescriptorLink(string Place, string Url, DescriptorTarget Target)
{
    /// <summary>The path without query; a placeholder in it stands for some segment.</summary>
    public string Path => Url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? Url[..mark] : Url;

    /// <summary>Every relative URL of a descriptor.</summary>
    public static IReadOnlyList<DescriptorLink> Of(JsonObject descriptor)
    {
        var links = new List<DescriptorLink>();
        foreach (var section in new[] { "lifecycle", "modules" })
        {
            if (descriptor[section] is { } node)
            {
                Collect(node, $"$.{section}", links);
            }
        }

        return links;
    }

    private static void Collect(JsonNode node, string place, List<DescriptorLink> links)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members)
                {
                    if (member is not null)
                    {
                        Collect(member, $"{place}.{name}", links);
                    }
                }

                break;
            case JsonArray items:
                foreach (var (index, item) in items.Index())
                {
                    if (item is not null)
                    {
                        Collect(item, $"{place}[{index}]", links);
                    }
                }

                break;
            case JsonValue value when value.TryGetValue(out string? text) && text.StartsWith('/') && TargetAt(place) is { } target:
                links.Add(new DescriptorLink(place, text, target));
                break;
        }
    }

    private static DescriptorTarget? TargetAt(string place)
    {
        if (place.StartsWith("$.lifecycle.", StringComparison.Ordinal))
        {
            return place is "$.lifecycle.installed" or "$.lifecycle.uninstalled" ? DescriptorTarget.Lifecycle : DescriptorTarget.ServerCall;
        }

        if (place.StartsWith("$.modules.webhooks", StringComparison.Ordinal) || place.EndsWith(".triggered.url", StringComparison.Ordinal))
        {
            return place.EndsWith(".url", StringComparison.Ordinal) ? DescriptorTarget.ServerCall : null;
        }

        if (place.EndsWith(".icon.url", StringComparison.Ordinal)
            || place.EndsWith(".iconUrl", StringComparison.Ordinal)
            || place.EndsWith(".thumbnailUrl", StringComparison.Ordinal))
        {
            return DescriptorTarget.Image;
        }

        return place.EndsWith(".url", StringComparison.Ordinal) ? DescriptorTarget.Page : null;
    }
}

/// <summary>What a URL of the descriptor points at.</summary>
internal enum DescriptorTarget
{
    /// <summary>An endpoint for install and uninstall.</summary>
    Lifecycle,

    /// <summary>An endpoint for calls of the platform's server.</summary>
    ServerCall,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A public file.</summary>
    Image,
}
