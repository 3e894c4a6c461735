using Addon.Core.Objectives;
using Addon.Core.Scopes;

namespace Addon.Web.Data.Objectives;

/// <summary>One objective of a line as it is read, with the key result of the objective above that it serves.</summary>
internal sealed class LineStepRow
{
    public Guid StartId { get; set; }

    public int Depth { get; set; }

    public int Number { get; set; }

    public string Title { get; set; } = "";

    public int ScopeKind { get; set; }

    public int? ServesNumber { get; set; }

    public string? ServesTitle { get; set; }

    /// <summary>The lines by where they start. What a step is reached through is written at the step below.</summary>
    public static ILookup<Guid, LineStep> ToLines(IEnumerable<LineStepRow> rows) => rows
        .GroupBy(r => r.StartId)
        .SelectMany(line =>
        {
            LineStepKeyResult? through = null;
            return line.OrderBy(r => r.Depth).Select(r =>
            {
                var step = new LineStep(r.Number, r.Title, (ScopeKind)r.ScopeKind, through);
                through = r.ServesNumber is { } number ? new LineStepKeyResult(number, r.ServesTitle!) : null;
                return (line.Key, Step: step);
            });
        })
        .ToLookup(s => s.Key, s => s.Step);
}
