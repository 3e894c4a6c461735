using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Addon.Web.Http;

/// <summary>Reads numbers without losing anything of them. The framework's reader rounds: <c>1e-30</c> becomes 0 before anybody could refuse it.</summary>
/// <remarks>A number that no decimal holds exactly becomes <see cref="decimal.MaxValue"/>, which no field takes: so the field's own rule refuses it, beside all other findings.</remarks>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    /// <summary>What a decimal can hold in any case: of 29 digits it holds only some numbers.</summary>
    private const int MostDigits = 28;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException();
        }

        var text = Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        return IsExact(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : decimal.MaxValue;
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    /// <summary>Whether the digits that matter, and where they stand, fit into a decimal.</summary>
    private static bool IsExact(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = (e < 0 ? text : text[..e]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.Trim('0');
        if (digits.Length == 0)
        {
            return true;
        }

        if (digits.Length > MostDigits || !int.TryParse(e < 0 ? "0" : text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
        {
            return false;
        }

        var scale = (long)decimals - (all.Length - all.TrimEnd('0').Length) - exponent;
        return scale <= MostDigits && digits.Length - scale <= MostDigits;
    }
}
