using System.Globalization;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Portability;
using Addon.Web.Http;
using CsvHelper;

namespace Addon.Web.Portability;

/// <summary>Writes the table: one row per key result with what stands around it, as it is now.</summary>
internal static class CsvExport
{
    /// <summary>With a byte order mark: without it the spreadsheet that most people use takes the file for another encoding. Formulas are neutralised by <see cref="CellText"/>, which can be undone.</summary>
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.None };

    public static async Task WriteAsync(Stream stream, OkrTransfer transfer, OkrArchive archive, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (var column in CsvColumns.All)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(ct);
        var kinds = transfer.Scopes.ToDictionary(s => s.Path, StringComparer.Ordinal);
        var cycles = transfer.Cycles.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var keyResults = archive.KeyResults.ToDictionary(k => k.Key, StringComparer.Ordinal);
        foreach (var objective in transfer.Objectives)
        {
            foreach (var keyResult in objective.KeyResults.DefaultIfEmpty())
            {
                var row = RowOf(objective, keyResult, kinds[objective.Scope], cycles[objective.Cycle], keyResult?.Key is { } key ? keyResults[key] : null);
                foreach (var column in CsvColumns.All)
                {
                    csv.WriteField(row.GetValueOrDefault(column) ?? "");
                }

                await csv.EndRecordAsync(ct);
            }
        }
    }

    private static Dictionary<string, string?> RowOf(TransferObjective objective, TransferKeyResult? keyResult, TransferScope scope, TransferCycle cycle, KeyResult? stored)
    {
        Dictionary<string, string?> row = new(StringComparer.Ordinal)
        {
            ["scope"] = CellText.Write(objective.Scope),
            ["scope_kind"] = WireEnum.Of(scope.Kind),
            ["scope_mapping_owner"] = CellText.Write(scope.MappingOwner),
            ["cycle"] = CellText.Write(cycle.Name),
            ["cycle_start"] = Day(cycle.Start),
            ["cycle_end"] = Day(cycle.End),
            ["objective_key"] = objective.Key,
            ["objective"] = CellText.Write(objective.Title),
            ["objective_owner"] = CellText.Write(objective.Owner),
            ["objective_state"] = WireEnum.Of(objective.State),
            ["why"] = CellText.Write(objective.Why),
            ["serves"] = objective.Parent?.KeyResult ?? objective.Parent?.Objective,
            ["contribution"] = CellText.Write(objective.Contribution),
            ["standalone_reason"] = CellText.Write(objective.StandaloneReason),
        };
        if (keyResult is not null && stored is not null)
        {
            AddKeyResult(row, keyResult, stored);
        }

        return row;
    }

    private static void AddKeyResult(Dictionary<string, string?> row, TransferKeyResult keyResult, KeyResult stored)
    {
        row["key"] = keyResult.Key;
        row["title"] = CellText.Write(keyResult.Title);
        row["metric"] = CellText.Write(keyResult.Metric);
        row["type"] = "number";
        row["direction"] = keyResult.Direction is { } direction ? WireEnum.Of(direction) : null;
        row["from"] = Number(keyResult.From);
        row["to"] = Number(keyResult.To);
        row["low"] = Number(keyResult.Low);
        row["high"] = Number(keyResult.High);
        row["unit"] = CellText.Write(keyResult.Unit);
        row["per"] = WireEnum.Of(keyResult.Per);
        row["weight"] = keyResult.Weight.ToString(CultureInfo.InvariantCulture);
        row["owner"] = CellText.Write(keyResult.Owner);
        row["how_work_moves_it"] = CellText.Write(keyResult.HowWorkMovesIt);
        row["source"] = WireEnum.Of(keyResult.Source);
        row["phases"] = string.Join("; ", keyResult.Phases.Select(p => $"{Day(p.Day)}={Number(p.Value)}"));
        row["due"] = Day(keyResult.DueOn);
        row["state"] = WireEnum.Of(keyResult.State);
        row["end_reason"] = CellText.Write(keyResult.EndReason);
        row["redirect"] = CellText.Write(keyResult.Redirect);
        row["value"] = Number(stored.Current);
        row["value_at"] = Moment(stored.CurrentAt);
        row["progress"] = stored.Progress is { } progress ? Number(decimal.Round(progress.Raw, 4)) : null;
        row["confidence"] = stored.LastCheckIn?.Confidence.ToString(CultureInfo.InvariantCulture);
        row["last_check_in"] = Moment(stored.LastCheckIn?.At);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string? Number(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;
}
