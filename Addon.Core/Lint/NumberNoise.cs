using System.Text.RegularExpressions;

namespace Addon.Core.Lint;

/// <summary>Takes out what looks like a number and measures nothing: dates, quarters, priorities, percentiles, versions, standards, windows of time.</summary>
internal static partial class NumberNoise
{
    /// <summary>What stands where noise stood, so that its neighbours do not become one number.</summary>
    public const char Mark = '·';

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Months =
        "(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    private const string LongUnits = "(h|hours?|hrs?|d|days?|w|weeks?|months?|quarters?|sprints?|years?|(business|working) days?|releases?)";

    private const string Standards =
        @"soc|iso(/iec)?|iec|nist( sp)?|din|fips|pci( dss)?( v)?|wcag|owasp|cis|cmmi|rfc|tls|oauth|openapi|http|utf|sha|fortune|top|eu";

    private const string Products =
        @"\.net( core| framework)?|android|ios|ipados|macos|windows( server)?|java|jdk|python|node(\.js)?|php|ruby|rails|angular|react|vue|svelte|spring boot|django|"
        + "laravel|postgres(ql)?|mysql|mariadb|mongodb|redis|kafka|elasticsearch|kubernetes|sql server|ubuntu|debian|rhel|chrome|firefox|safari|swift|kotlin|rust|"
        + "typescript|terraform|helm|jira|web|office";

    private const string Ranks =
        "sev|severity|prio|priority|tier|level|layer|version|sprint|week|cw|kw|day|phase|stage|wave|type|gen|article|section|milestone|iteration|quarter|percentile|v|p";

    /// <summary><paramref name="text"/> with a <see cref="Mark"/> instead of each piece of noise.</summary>
    public static string Remove(string text)
    {
        var rest = text;
        foreach (var noise in (ReadOnlySpan<Regex>)[Dates(), DaysOfMonths(), MonthsAndDays(), Quarters(), Years(), Numbered(), Names(), Ordinals(), HyphenatedDurations(), Windows(), Denominators(), Idioms(), OutOf()])
        {
            rest = noise.Replace(rest, "·");
        }

        return rest;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])([0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]{1,2}([./])[0-9]{1,2}[./]([0-9]{4}|[0-9]{2}))(?![\p{L}\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])[0-9]{1,2}(st|nd|rd|th|\.)? (of )?" + Months + @"\b\.?(,? [0-9]{4}\b)?", Options, TextRegex.Timeout)]
    private static partial Regex DaysOfMonths();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])" + Months + @"\.?,? ([0-9]{1,2}(st|nd|rd|th)?\b(?![.,]?[0-9%])(,? [0-9]{4}\b)?|'?[0-9]{4}\b|'[0-9]{2}\b)", Options, TextRegex.Timeout)]
    private static partial Regex MonthsAndDays();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])((20[0-9]{2}[ /-]?)?[QH][1-4]\b([ /-]{1,3}([QH]?[1-4]\b|20[0-9]{2}\b|'[0-9]{2}\b))?|FY ?[-/']?[0-9]{2}([0-9]{2})?\b)", Options, TextRegex.Timeout)]
    private static partial Regex Quarters();

    [GeneratedRegex(@"\b(by|in|of|until|since|before|during|for|through|mid|early|late|end|year)[ -](the )?(end )?(of )?20[2-4][0-9]\b(?! ?(%|->)| to\b| per\b|[.,][0-9])|\(20[2-4][0-9]\)", Options, TextRegex.Timeout)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(" + Standards + "|" + Products + "|" + Ranks + @")[ -]#?[0-9]+([.-][0-9]+)*([:/][0-9]+)?(?![\p{L}\p{N}])(?! ?%)", Options, TextRegex.Timeout)]
    private static partial Regex Numbered();

    // P1, p95, p99.9, SEV1, D30, v2.0.1, KR-12, SHA-256, HTTP/2, k8s; not EUR5.
    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?!(USD|EUR|GBP|CHF|JPY)[0-9])[A-Z]+[/-]?[0-9][A-Z0-9]*([._/-][0-9A-Z]+)*", Options, TextRegex.Timeout)]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])[0-9]+(\.[0-9]+)?(st|nd|rd|th)\b( percentile)?", Options, TextRegex.Timeout)]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])[0-9]+(\.[0-9]+)?-(day|week|month|hour|minute|min|second|sec|year|quarter|sprint|point|step|factor)s?\b", Options, TextRegex.Timeout)]
    private static partial Regex HyphenatedDurations();

    [GeneratedRegex(@"\b(within|after|during|every|each|(in )?(the )?(first|last|next|past|previous|trailing|rolling))( the)?( (first|last|next|past))? [0-9]+([.,][0-9]+)? ?" + LongUnits + @"\b", Options, TextRegex.Timeout)]
    private static partial Regex Windows();

    [GeneratedRegex(@"\b(per|out of|(for|in|of) every) [0-9]+([.,'][0-9]+)*( [0-9]{3}\b)*k?(?![\p{L}\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Denominators();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])(24/7|80/20|50/50|9-to-5|[0-9]:[0-9]|[0-9]-on-[0-9]|[0-9](\.[0-9])?[- ]star)(?![\p{N}])", Options, TextRegex.Timeout)]
    private static partial Regex Idioms();

    // 3.9/5, 8 / 10: the scale is no number of its own.
    [GeneratedRegex(@"(?<=[0-9]) ?/ ?[0-9]+(\.[0-9]+)?(?![\p{L}\p{N}/])", Options, TextRegex.Timeout)]
    private static partial Regex OutOf();
}
