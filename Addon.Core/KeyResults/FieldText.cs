using Addon.Core.Common;

namespace Addon.Core.KeyResults;

/// <summary>Judges the texts of a key result.</summary>
internal static class FieldText
{
    /// <summary>Adds what is wrong with one line of text; nothing is wrong with none.</summary>
    public static void Check(List<FieldError> errors, string field, string? text, int max) => Check(errors, field, text, max, PlainText.IsLine);

    /// <summary>The same for a text that may have several lines.</summary>
    public static void CheckLines(List<FieldError> errors, string field, string? text, int max) => Check(errors, field, text, max, PlainText.IsLines);

    /// <summary>The same for one line of text that has to be there.</summary>
    public static void CheckRequired(List<FieldError> errors, string field, string? text, int max, string missing)
    {
        if (!PlainText.IsVisible(text))
        {
            errors.Add(new(field, CodeOf(field, "missing"), missing));
        }
        else
        {
            Check(errors, field, text, max);
        }
    }

    private static void Check(List<FieldError> errors, string field, string? text, int max, Func<string, bool> isClean)
    {
        if (text is null)
        {
            return;
        }

        if (text.Trim().Length > max)
        {
            errors.Add(new(field, CodeOf(field, "too_long"), $"Keep it within {max} characters."));
        }
        else if (!isClean(text))
        {
            errors.Add(new(field, CodeOf(field, "invalid"), PlainText.Hint));
        }
    }

    private static string CodeOf(string field, string what) =>
        $"key_result.{string.Concat(field.Select(c => char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : c.ToString()))}_{what}";
}
