using System.Text.Json;

namespace Addon.Web.Http;

/// <summary>Enums as the API spells them: the name in camel case, never a number.</summary>
internal static class WireEnum
{
    /// <summary>The API's spelling.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value that the API spells so, or null.</summary>
    public static T? Parse<T>(string? wire)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), wire, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
