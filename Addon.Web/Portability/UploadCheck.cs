using System.Text;
using Addon.Core.Portability;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Portability;

/// <summary>Looks at a file while it is received, part by part: what no reader should ever see is refused before it is kept.</summary>
internal sealed class UploadCheck(ImportFormat format)
{
    /// <summary>The largest file.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The deepest document.</summary>
    public const int MostDepth = 16;

    /// <summary>The longest line of a table: its cells at their longest are less.</summary>
    public const int LongestLine = 256 * 1024;

    /// <summary>The most lines of a table: rows, and line breaks within cells.</summary>
    public const int MostLines = 100_000;

    private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] text = new char[8192];
    private int lines;
    private int line;
    private int depth;
    private bool inString;
    private bool escaped;

    /// <summary>Takes the next part.</summary>
    /// <returns>Why the file is refused, or null.</returns>
    public ProblemHttpResult? Take(ReadOnlySpan<byte> part)
    {
        if (!IsText(part, last: false))
        {
            return Refused("import.not_utf8", "The file is no text in UTF-8. Save it as UTF-8 and try again.");
        }

        foreach (var value in part)
        {
            if (value == 0)
            {
                return Refused("import.nul", "The file holds a NUL character; it is no text.");
            }

            if ((format == ImportFormat.Csv ? TakeOfTable(value) : TakeOfDocument(value)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Takes the end.</summary>
    public ProblemHttpResult? End() => IsText([], last: true) ? null : Refused("import.not_utf8", "The file ends in the middle of a character.");

    private bool IsText(ReadOnlySpan<byte> part, bool last)
    {
        try
        {
            var rest = part;
            bool completed;
            do
            {
                decoder.Convert(rest, text, flush: last, out var used, out _, out completed);
                rest = rest[used..];
            }
            while (!completed);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private ProblemHttpResult? TakeOfTable(byte value)
    {
        if (value != (byte)'\n')
        {
            return ++line > LongestLine ? Refused("import.line_too_long", $"A line is longer than {LongestLine / 1024} KB.") : null;
        }

        line = 0;
        return ++lines > MostLines ? Refused("import.too_many_rows", $"The file has more than {MostLines} lines. Import it in parts.") : null;
    }

    private ProblemHttpResult? TakeOfDocument(byte value)
    {
        if (inString)
        {
            inString = escaped || value != (byte)'"';
            escaped = !escaped && value == (byte)'\\';
            return null;
        }

        switch (value)
        {
            case (byte)'"':
                inString = true;
                return null;
            case (byte)'{' or (byte)'[':
                return ++depth > MostDepth ? Refused("import.too_deep", $"The document is nested deeper than {MostDepth}.") : null;
            case (byte)'}' or (byte)']':
                depth--;
                return null;
            default:
                return null;
        }
    }

    private static ProblemHttpResult Refused(string code, string message) => Problems.Result(StatusCodes.Status400BadRequest, code, message);
}
