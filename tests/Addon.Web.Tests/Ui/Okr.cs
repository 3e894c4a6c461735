using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;

namespace Addon.Web.Tests.Ui;

/// <summary>Objectives and key results to show.</summary>
internal static class Okr
{
    public static readonly AccountId Person = new("5b10a2844c20165700ede21g");

    private static readonly ObjectiveId Payments = ObjectiveId.New();

    public static KeyResult KeyResult(int number = 3, string title = "Reduce P1 incidents", decimal? current = 9, KeyResultState state = KeyResultState.Active) => new()
    {
        Id = KeyResultId.New(),
        Number = number,
        Objective = Payments,
        Title = title,
        Direction = KeyResultDirection.Decrease,
        From = 12,
        To = 4,
        Unit = "incidents",
        Per = KeyResultPeriod.Month,
        Owner = Person,
        State = state,
        Series = current is { } value
            ? SeriesSummary.Empty with { Recent = new ValueList<SeriesPoint>([new SeriesPoint(Rendering.Now.AddDays(-3), value)]) }
            : SeriesSummary.Empty,
    };

    public static StraightLine Line(KeyResult keyResult) => new(
        keyResult,
        [
            new LineStep(2, "Payments never stop", ScopeKind.Team, null),
            new LineStep(1, "Run a service people trust", ScopeKind.Company, new LineStepKeyResult(1, "Raise availability")),
        ]);

    public static IssuePanel Panel(ShownAnswer? answer = null, IReadOnlyList<KeyResult>? choices = null, bool known = true) => new()
    {
        Issue = new IssueId(10012),
        IsKnown = known,
        Project = new ProjectId(10000),
        Answer = answer ?? ShownAnswer.Unanswered.Instance,
        Choices = [.. (choices ?? []).Select(k => new KeyResultChoice(k, "Payments never stop", ScopeKind.Team))],
    };

    public static IssuePanel Linked(params IReadOnlyList<KeyResult> keyResults) => Panel(Answer(keyResults), keyResults);

    public static ShownAnswer.Linked Answer(params IReadOnlyList<KeyResult> keyResults) => new(AnswerOrigin.Here.Instance, [.. keyResults.Select(Line)], 0);

    /// <summary>The quarter around <see cref="Rendering.Now"/>.</summary>
    public static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 20));

    /// <summary>A team that meets in UTC.</summary>
    public static Scope Team(string name = "Payments") => new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = name, MappingOwner = Person };

    /// <summary>The company.</summary>
    public static Scope Company(string name = "Company") => new() { Id = ScopeId.New(), Kind = ScopeKind.Company, Name = name };

    public static PanelObjective Objective(int number, string title, IReadOnlyList<PanelKeyResult> keyResults, IReadOnlyList<LineStep>? above = null, string? contribution = null) => new(
        new Objective
        {
            Id = ObjectiveId.New(),
            Number = number,
            Scope = ScopeId.New(),
            Cycle = Quarter.Id,
            Title = title,
            Contribution = contribution,
            State = ObjectiveState.Active,
        },
        Quarter,
        above ?? [],
        keyResults);

    public static PanelKeyResult Item(KeyResult keyResult, int done = 0, int total = 0, int inherited = 0) => new(keyResult, new Delivery(done, total), inherited);
}
