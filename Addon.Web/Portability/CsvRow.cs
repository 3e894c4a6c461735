using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Portability;
using Addon.Web.Http;

namespace Addon.Web.Portability;

/// <summary>One row of the table. A column that the file does not have keeps what is stored; an empty cell clears it.</summary>
internal sealed class CsvRow(string row, IReadOnlyDictionary<string, int> header, string[] cells, List<ImportProblem> problems)
{
    // Longer numbers would be rounded while they are read.
    private const int LongestNumber = 28;

    /// <summary>Where it stands.</summary>
    public string Row => row;

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string column) => header.ContainsKey(column);

    /// <summary>The text of a cell, or null for none.</summary>
    public string? Text(string column) => Raw(column) is { } raw ? CellText.Read(raw) : null;

    /// <summary>The text, or what is stored when the file does not have the column.</summary>
    public string? Text(string column, string? stored) => Has(column) ? Text(column) : stored;

    /// <summary>A number.</summary>
    public decimal? Number(string column, decimal? stored)
    {
        if (!Has(column))
        {
            return stored;
        }

        var text = Raw(column)?.Trim();
        if (text is null)
        {
            return null;
        }

        if (text.Length <= LongestNumber && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, "import.number_invalid", "Write a number without separators, with a point: 1234.5.");
        return stored;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string column, DateOnly? stored)
    {
        if (!Has(column))
        {
            return stored;
        }

        if (Raw(column)?.Trim() is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(column, "import.date_invalid", "Write a day as 2026-12-31.");
        return stored;
    }

    /// <summary>A moment, or the beginning of a day.</summary>
    public DateTimeOffset? Moment(string column)
    {
        if (Raw(column)?.Trim() is not { } text)
        {
            return null;
        }

        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        if (DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        Refuse(column, "import.date_invalid", "Write a day as 2026-12-31 or a moment as 2026-12-31T17:00:00Z.");
        return null;
    }

    /// <summary>A word of the API; case and blanks do not matter.</summary>
    public T? Word<T>(string column, T? stored)
        where T : struct, Enum
    {
        if (Raw(column)?.Trim() is not { } text)
        {
            return Has(column) ? null : stored;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(WireEnum.Of(value), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Refuse(column, "import.word_unknown", $"Use one of: {string.Join(", ", Enum.GetValues<T>().Select(WireEnum.Of))}.");
        return stored;
    }

    /// <summary>Targets on the way: <c>2026-10-31=8; 2026-12-31=4</c>.</summary>
    public IReadOnlyList<PhasedTarget> Phases(IReadOnlyList<PhasedTarget> stored)
    {
        if (!Has("phases"))
        {
            return stored;
        }

        List<PhasedTarget> phases = [];
        foreach (var part in (Raw("phases") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length == 2
                && DateOnly.TryParseExact(sides[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && sides[1].Length <= LongestNumber
                && decimal.TryParse(sides[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                phases.Add(new(day, value));
                continue;
            }

            Refuse("phases", "import.phases_invalid", "Write targets on the way as 2026-10-31=8; 2026-12-31=4.");
            break;
        }

        return phases;
    }

    /// <summary>Tells what cannot be read.</summary>
    public void Refuse(string column, string code, string message) => problems.Add(new(row, column, code, message));

    private string? Raw(string column) =>
        header.TryGetValue(column, out var index) && index < cells.Length && !string.IsNullOrWhiteSpace(cells[index]) ? cells[index] : null;
}
