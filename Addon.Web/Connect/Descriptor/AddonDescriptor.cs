using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Addon.Web.Connect.Descriptor;

/// <summary>The one list of what Jira may call: the template at the top of the repository, rendered once with the configured base URL and app key.</summary>
internal sealed class AddonDescriptor
{
    /// <summary>The template's file name; it lies beside the assembly.</summary>
    public const string FileName = "atlassian-connect.json";

    /// <summary>Where it is served.</summary>
    public const string Path = "/" + FileName;

    /// <summary>Renders the template for the configured app.</summary>
    public AddonDescriptor(IOptions<AddonOptions> options)
        : this(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, FileName)), options.Value.BaseUrl, options.Value.Key)
    {
    }

    /// <summary>Renders a template.</summary>
    /// <exception cref="InvalidDataException">The template is no JSON object, or has a placeholder that nobody fills.</exception>
    public AddonDescriptor(string template, string baseUrl, string appKey)
    {
        var text = template
            .Replace("{{baseUrl}}", Escape(baseUrl), StringComparison.Ordinal)
            .Replace("{{appKey}}", Escape(appKey), StringComparison.Ordinal);
        if (text.Contains("{{", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{FileName} has a placeholder that is neither {{{{baseUrl}}}} nor {{{{appKey}}}}.");
        }

        try
        {
            Root = JsonNode.Parse(text) as JsonObject ?? throw new InvalidDataException($"{FileName} is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{FileName} is not JSON (line {e.LineNumber + 1}).", e);
        }

        Bytes = Encoding.UTF8.GetBytes(text);
        Tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8))}\"";
    }

    /// <summary>The rendered descriptor.</summary>
    public JsonObject Root { get; }

    /// <summary>The rendered descriptor as it is served.</summary>
    public byte[] Bytes { get; }

    /// <summary>Its entity tag.</summary>
    public string Tag { get; }

    private static string Escape(string value) => JsonEncodedText.Encode(value).ToString();
}
