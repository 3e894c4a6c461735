using System.Text.Json;
using Addon.Core.Portability;
using Addon.Web.Http;

namespace Addon.Web.Portability;

/// <summary>What a run of an import found, as the API gives it and as it is kept.</summary>
internal sealed record ImportReport
{
    /// <summary>The most problems that are listed; all are counted.</summary>
    public const int MostProblems = 500;

    /// <summary>The most unknown columns that are named.</summary>
    public const int MostUnknown = 100;

    private const int MostKeys = 1000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Key results to add.</summary>
    public int Add { get; init; }

    /// <summary>Key results to change.</summary>
    public int Change { get; init; }

    /// <summary>Key results that are just so.</summary>
    public int Leave { get; init; }

    /// <summary>Objectives to add or change.</summary>
    public int Objectives { get; init; }

    /// <summary>Scopes to add or change.</summary>
    public int Scopes { get; init; }

    /// <summary>Cycles to add.</summary>
    public int Cycles { get; init; }

    /// <summary>How many problems there are.</summary>
    public int ErrorCount { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<ImportFinding> Errors { get; init; } = [];

    /// <summary>What is done differently than the file may lead to expect.</summary>
    public IReadOnlyList<ImportFinding> Notes { get; init; } = [];

    /// <summary>Columns that nobody knows.</summary>
    public IReadOnlyList<UnknownColumn> UnknownColumns { get; init; } = [];

    /// <summary>What becomes of the first rows.</summary>
    public IReadOnlyList<PreviewRow> Preview { get; init; } = [];

    /// <summary>Which key in the file became which here, where they differ; once it is done.</summary>
    public IReadOnlyList<KeyChange> Keys { get; init; } = [];

    public static ImportReport Of(ImportSource source, ImportPlan plan, ImportFormat format, IReadOnlyList<KeyChange>? keys = null) => new()
    {
        Add = plan.NewKeyResults.Count,
        Change = plan.ChangedKeyResults.Count,
        Leave = plan.Unchanged,
        Objectives = plan.NewObjectives.Count + plan.ChangedObjectives.Count,
        Scopes = plan.NewScopes.Count + plan.ChangedScopes.Count,
        Cycles = plan.NewCycles.Count,
        ErrorCount = plan.Problems.Count,
        Errors = [.. plan.Problems.Take(MostProblems).Select(p => ImportFinding.Of(p, format))],
        Notes = [.. plan.Notes.Take(MostProblems).Select(p => ImportFinding.Of(p, format))],
        UnknownColumns = [.. source.Unknown.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => new UnknownColumn(u.Key, u.Value))],
        Preview = [.. plan.Preview.Select(p => new PreviewRow(p.Row, p.Key, p.Title, p.Objective, WireEnum.Of(p.Action), [.. p.Fields.Select(f => ImportFinding.ColumnOf(f, format))]))],
        Keys = [.. (keys ?? []).Take(MostKeys)],
    };

    /// <summary>Something that stopped a run and is no fault of the file.</summary>
    public static ImportReport Failed(string code, string message) => new() { ErrorCount = 1, Errors = [new("", "", code, message)] };

    public static ImportReport? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ImportReport>(text, Options);

    public string Write() => JsonSerializer.Serialize(this, Options);
}

#pragma warning disable MA0048 // The parts of a report.
/// <summary>A problem or a note.</summary>
internal sealed record ImportFinding(string Row, string Column, string Code, string Message)
{
    public static ImportFinding Of(ImportProblem problem, ImportFormat format) => new(problem.Row, ColumnOf(problem.Column, format), problem.Code, problem.Message);

    public static string ColumnOf(string field, ImportFormat format) => format == ImportFormat.Csv ? CsvColumns.Of(field) : field;
}

/// <summary>A column that nobody knows, and how many of its cells hold something.</summary>
internal sealed record UnknownColumn(string Name, int Cells);

/// <summary>What becomes of a row.</summary>
internal sealed record PreviewRow(string Row, string? Key, string Title, string Objective, string Action, IReadOnlyList<string> Fields);

/// <summary>A key that is another one here.</summary>
internal sealed record KeyChange(string File, string Here);
