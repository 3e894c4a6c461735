using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Addon.Core.Portability;
using Addon.Web.Http;

namespace Addon.Web.Portability;

/// <summary>Reads and writes the document of a full export.</summary>
internal static class TransferJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNeverNull } },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = UploadCheck.MostDepth,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new ExactDecimalConverter() },
    };

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Writes a document.</summary>
    public static Task WriteAsync(Stream stream, OkrTransfer transfer, CancellationToken ct) => JsonSerializer.SerializeAsync(stream, TransferDocument.Of(transfer), Options, ct);

    /// <summary>The hash of what a document says, whatever ids and times of storage it has where it is.</summary>
    public static string HashOf(OkrTransfer transfer)
    {
        using var hash = SHA256.Create();
        using (var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            JsonSerializer.Serialize(sink, transfer, Options);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    /// <summary>Reads a document; what cannot be read is told as a problem.</summary>
    public static ImportSource Read(ReadOnlyMemory<byte> content)
    {
        var json = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        try
        {
            var document = JsonSerializer.Deserialize<TransferDocument>(json.Span, Options) ?? throw new JsonException();
            return document switch
            {
                { Format: not TransferDocument.FormatName } => Refused("", "format", "import.format_unknown", $"The document's format has to be {TransferDocument.FormatName}."),
                { Version: not TransferDocument.CurrentVersion } => Refused("", "version", "import.version_unknown", $"Version {TransferDocument.CurrentVersion} can be read; export again with the present release."),
                _ when document.HasHoles() => Refused("", "", "import.json_invalid", "A list holds null."),
                _ => SourceOf(document, json),
            };
        }
        catch (JsonException e)
        {
            return Refused(e.LineNumber is { } line ? $"line {line + 1}" : "", e.Path ?? "", "import.json_invalid", "This is no JSON of the documented form; a name, a type or a word is not known there.");
        }
    }

    /// <summary>What may be null is left out when it is; what may not would read as zero if it were missing.</summary>
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { HasDefaultValue: false } && !p.IsSetNullable))
        {
            property.IsRequired = true;
        }
    }

    private static ImportSource SourceOf(TransferDocument document, ReadOnlyMemory<byte> json)
    {
        using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = UploadCheck.MostDepth });
        Dictionary<string, int> unknown = new(StringComparer.Ordinal);
        CountUnknown(tree.RootElement, typeof(TransferDocument), "", unknown);
        return new(document.ToTransfer(), Nowhere<TransferKeyResult>(), Nowhere<TransferKeyResult>()) { Unknown = unknown };
    }

    private static ImportSource Refused(string row, string column, string code, string message) =>
        new(new OkrTransfer(), Nowhere<TransferKeyResult>(), Nowhere<TransferKeyResult>()) { Problems = [new(row, column, code, message)] };

    private static Dictionary<T, string> Nowhere<T>()
        where T : class => new(ReferenceEqualityComparer.Instance);

    private static void CountUnknown(JsonElement element, Type type, string path, Dictionary<string, int> unknown)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var item = Options.GetTypeInfo(type).ElementType ?? typeof(object);
            foreach (var child in element.EnumerateArray())
            {
                CountUnknown(child, item, path, unknown);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var properties = Options.GetTypeInfo(type).Properties;
            foreach (var member in element.EnumerateObject())
            {
                var place = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                if (properties.FirstOrDefault(p => p.Name == member.Name) is { } known)
                {
                    CountUnknown(member.Value, known.PropertyType, place, unknown);
                }
                else if (unknown.Count < ImportReport.MostUnknown || unknown.ContainsKey(place))
                {
                    unknown[place] = unknown.GetValueOrDefault(place) + 1;
                }
            }
        }
    }
}
