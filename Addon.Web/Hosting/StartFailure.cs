using Microsoft.Extensions.Options;

namespace Addon.Web.Hosting;

/// <summary>Puts what stopped the start into one line.</summary>
internal static class StartFailure
{
    /// <summary>The message of the failure, or of all of them when several settings are bad, on one line.</summary>
    public static string Describe(Exception failure) =>
        string.Join(' ', Messages(failure).Distinct(StringComparer.Ordinal)).ReplaceLineEndings(" ");

    private static IEnumerable<string> Messages(Exception failure) => failure switch
    {
        AggregateException several => several.InnerExceptions.SelectMany(Messages),
        OptionsValidationException invalid => invalid.Failures,
        _ => [failure.Message],
    };
}
