using System.Globalization;
using System.Text.RegularExpressions;
using Addon.Core.Numbers;

namespace Addon.Core.Lint;

/// <summary>Reads one number as people write it: 1,800; 1 800; 1'800; 1.800,5; 0.42; 0,42. "1.800" alone is one point eight, as everywhere in this product.</summary>
internal static partial class NumberText
{
    /// <summary>The number that <paramref name="digits"/> is, or null when it is none (1.2.3) or too large to keep.</summary>
    public static decimal? Read(string digits)
    {
        var plain = Grouped().IsMatch(digits) ? WithoutGroups(digits) : Simple().IsMatch(digits) ? digits.Replace(',', '.') : null;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Measurement.Fits(value) ? value : null;
    }

    private static string WithoutGroups(string digits)
    {
        var separator = digits.First(c => !char.IsAsciiDigit(c));
        return digits.Replace(separator.ToString(), "", StringComparison.Ordinal).Replace(',', '.');
    }

    [GeneratedRegex(@"^[1-9][0-9]{0,2}((,[0-9]{3})+(\.[0-9]+)?|('[0-9]{3})+([.,][0-9]+)?|( [0-9]{3})+([.,][0-9]+)?|(\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TextRegex.Timeout)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TextRegex.Timeout)]
    private static partial Regex Simple();
}
