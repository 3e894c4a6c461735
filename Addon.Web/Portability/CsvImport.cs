using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Portability;
using CsvHelper;

namespace Addon.Web.Portability;

/// <summary>Reads the table into the form in which OKRs travel, laid over what is stored: so a table with three columns changes three fields.</summary>
internal sealed class CsvImport
{
    /// <summary>The most rows.</summary>
    public const int MostRows = 20_000;

    /// <summary>One row is one record of the reader, the header the first, as a spreadsheet counts them. The separator may be a comma, a semicolon or a tab.</summary>
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MaxRecordSize = UploadCheck.LongestLine,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
    };

    private readonly List<ImportProblem> problems = [];
    private readonly Dictionary<TransferKeyResult, string> rows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TransferKeyResult, string> reasons = new(ReferenceEqualityComparer.Instance);
    private readonly CsvStored stored;
    private readonly DateTimeOffset now;
    private readonly CsvGroups groups;

    private CsvImport(OkrTransfer existing, DateTimeOffset now)
    {
        stored = new CsvStored(existing);
        groups = new CsvGroups(stored, problems);
        this.now = now;
    }

    /// <summary>Reads a table.</summary>
    public static ImportSource Read(byte[] content, OkrTransfer existing, DateTimeOffset now) => new CsvImport(existing, now).Read(content);

    private ImportSource Read(byte[] content)
    {
        Dictionary<string, int> unknown = new(StringComparer.Ordinal);
        using var csv = CsvReader.Create(new MemoryStream(content), Options);
        try
        {
            if (!csv.Read())
            {
                problems.Add(new("1", "", "import.empty", "The file is empty."));
                return Source(unknown);
            }

            var names = CellsOf(csv);
            var header = HeaderOf(names, unknown);
            while (problems.Count < ImportReport.MostProblems && csv.Read() && HasRoom(csv))
            {
                ReadRow(CellsOf(csv), Text(csv.RowNumber), header, names, unknown);
            }
        }
        catch (CsvFormatException e)
        {
            problems.Add(new(Text(e.RecordNumber), "", "import.csv_invalid", "This row is no CSV, or too long; look at its quotation marks."));
        }

        return Source(unknown);
    }

    private static string[] CellsOf(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = csv.GetString(index);
        }

        return cells;
    }

    private bool HasRoom(CsvReader csv)
    {
        if (csv.RowNumber <= MostRows + 1)
        {
            return true;
        }

        problems.Add(new(Text(csv.RowNumber), "", "import.too_many_rows", $"The file has more than {MostRows} rows. Import it in parts."));
        return false;
    }

    private void ReadRow(string[] cells, string place, Dictionary<string, int> header, string[] names, Dictionary<string, int> unknown)
    {
        if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (cells.Length > names.Length)
        {
            problems.Add(new(place, "", "import.too_many_cells", $"The row has {cells.Length} cells, the header {names.Length}; a separator within a text needs quotation marks."));
            return;
        }

        foreach (var (index, cell) in cells.Index().Where(c => c.Index < names.Length && !string.IsNullOrWhiteSpace(c.Item)))
        {
            if (unknown.TryGetValue(NameOf(names[index]), out var count))
            {
                unknown[NameOf(names[index])] = count + 1;
            }
        }

        ReadKeyResult(new CsvRow(place, header, cells, problems));
    }

    private void ReadKeyResult(CsvRow row)
    {
        if (groups.Find(row) is not { } group || (row.Text("key") is null && row.Text("title") is null))
        {
            return;
        }

        var before = group.Stored is { } objective ? stored.Find(objective, row.Text("key")?.Trim(), row.Text("title")?.Trim()) : null;
        var keyResult = Overlay(row, before ?? new TransferKeyResult { Key = row.Text("key")?.Trim(), Title = "" });
        group.KeyResults.Add(keyResult);
        rows[keyResult] = row.Row;
        if (row.Text("change_reason") is { } reason)
        {
            reasons[keyResult] = reason;
        }
    }

    private TransferKeyResult Overlay(CsvRow row, TransferKeyResult before)
    {
        var milestone = string.Equals(row.Text("type")?.Trim(), "boolean", StringComparison.OrdinalIgnoreCase);
        var after = before with
        {
            Title = row.Text("title", before.Title) ?? "",
            Metric = row.Text("metric", before.Metric),
            Direction = row.Word("direction", before.Direction),
            From = row.Number("from", before.From),
            To = row.Number("to", before.To),
            Low = row.Number("low", before.Low),
            High = row.Number("high", before.High),
            Unit = row.Text("unit", before.Unit),
            Per = row.Word<KeyResultPeriod>("per", before.Per) ?? KeyResultPeriod.None,
            Weight = WeightOf(row, before.Weight),
            Owner = row.Text("owner", before.Owner)?.Trim(),
            HowWorkMovesIt = row.Text("how_work_moves_it", before.HowWorkMovesIt),
            Source = row.Word<KeyResultSource>("source", before.Source) ?? KeyResultSource.Manual,
            Phases = row.Phases(before.Phases),
            DueOn = row.Day("due", before.DueOn),
            State = (row.Text("state") is null ? null : row.Word<KeyResultState>("state", before.State)) ?? before.State,
            EndReason = row.Text("end_reason", before.EndReason),
            Redirect = row.Text("redirect", before.Redirect),
        };
        if (milestone)
        {
            after = after with { From = 0, To = 1, Direction = KeyResultDirection.Increase, Unit = after.Unit ?? "milestone", Source = KeyResultSource.LinkedWork };
        }

        return AddValue(row, after, before);
    }

    private TransferKeyResult AddValue(CsvRow row, TransferKeyResult after, TransferKeyResult before)
    {
        if (!row.Has("value") || ValueOf(row) is not { } value)
        {
            return after;
        }

        var at = row.Moment("value_at");
        var known = before.Key is { } key ? stored.CurrentOf(key) : null;
        if (known is { } current && current.Value == value && (at is null || at == current.At))
        {
            return after;
        }

        return after with { Values = [.. before.Values, new(value, at ?? now, now, KeyResultSource.Import, null, null, null, null)] };
    }

    /// <summary>A milestone says yes or no.</summary>
    private static decimal? ValueOf(CsvRow row) => row.Text("value")?.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "done" => 1,
        "false" or "no" => 0,
        _ => row.Number("value", null),
    };

    private static int WeightOf(CsvRow row, int before)
    {
        var weight = row.Number("weight", before) ?? 1;
        if (weight is >= 1 and <= KeyResultDraft.MaxWeight && weight == decimal.Truncate(weight))
        {
            return (int)weight;
        }

        row.Refuse("weight", "key_result.weight_out_of_range", $"A weight is 1 to {KeyResultDraft.MaxWeight}.");
        return before;
    }

    private Dictionary<string, int> HeaderOf(string[] names, Dictionary<string, int> unknown)
    {
        Dictionary<string, int> header = new(StringComparer.Ordinal);
        foreach (var (index, written) in names.Index())
        {
            var name = NameOf(written);
            if (!CsvColumns.All.Contains(name, StringComparer.Ordinal))
            {
                if (name.Length > 0 && unknown.Count < ImportReport.MostUnknown)
                {
                    unknown[name] = 0;
                }
            }
            else if (!header.TryAdd(name, index))
            {
                problems.Add(new("1", name, "import.duplicate_column", $"The column {name} is there twice."));
            }
        }

        foreach (var needed in (string[])["scope", "cycle", "objective"])
        {
            if (!header.ContainsKey(needed))
            {
                problems.Add(new("1", needed, "import.column_missing", $"The table needs a column {needed}."));
            }
        }

        return header;
    }

    private ImportSource Source(Dictionary<string, int> unknown)
    {
        var transfer = problems.Count > 0 && groups.IsEmpty ? new OkrTransfer() : groups.ToTransfer();
        return new(transfer, rows, reasons) { Problems = problems, ObjectiveRows = groups.Rows, Unknown = unknown };
    }

    private static string NameOf(string written)
    {
        var name = written.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        return name.Length <= 100 ? name : name[..100];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
