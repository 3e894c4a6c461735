using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Addon.Web.Data;

/// <summary>What is kept as JSON inside of a row: small lists that are read and written whole and never searched. Numbers are text there, so that no digit is lost.</summary>
internal static class DbJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException("A row holds JSON null where a value belongs.");

    /// <summary>The list, shared when it is empty: most are.</summary>
    public static Core.Common.ValueList<T> ReadList<T>(string json) =>
        string.Equals(json, "[]", StringComparison.Ordinal) ? Core.Common.ValueList<T>.Empty : new(Read<T[]>(json));
}
