using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Tests.Ui;

namespace Addon.Web.Tests.KeyResultPage;

/// <summary>Pages of key results to show, in the fourth quarter of 2026 and in Berlin.</summary>
internal static class Sheets
{
    public static readonly AccountId Ben = new("712020:ben");

    public static readonly DateTimeOffset Start = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 2));

    public static readonly Scope Team = new() { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", TimeZone = "Europe/Berlin" };

    /// <summary>From 12 to 4 with one value each week: 12, 11, 10, ...</summary>
    public static KeyResultSheet Healthy(int weeks = 6) => Of(Moving(), [.. Enumerable.Range(0, weeks).Select(w => Value(12 - w, w * 7))]);

    public static KeyResult Moving() => Okr.KeyResult(current: null) with
    {
        ActivatedAt = Start,
        Original = new Commitment(12, 4, null, null, Quarter.End),
        LastCheckIn = new CheckInSummary(Rendering.Now.AddDays(-2), Okr.Person, 8, "The rota works"),
    };

    public static KeyResult Guardrail() => Moving() with
    {
        Title = "Keep the API available",
        Direction = KeyResultDirection.KeepAtLeast,
        From = null,
        To = null,
        Low = 99.9m,
        Unit = "%",
        Per = KeyResultPeriod.Week,
        Original = new Commitment(null, null, 99.9m, null, Quarter.End),
    };

    /// <summary>The page of a key result with these values.</summary>
    public static KeyResultSheet Of(KeyResult keyResult, IReadOnlyList<KeyResultValue> values) => new()
    {
        KeyResult = keyResult with { Series = SeriesRules.Summarize(keyResult, values, Team.TimeZone) },
        Objective = new Objective { Id = keyResult.Objective, Number = 2, Scope = Team.Id, Cycle = Quarter.Id, Title = "Payments never stop", Contribution = "Fewer outages" },
        Scope = Team,
        Cycle = Quarter,
        Line = Okr.Line(keyResult).Steps,
        Values = values,
        CheckIns = [],
        TargetChanges = [],
        CoAuthors = [],
        Delivery = new Delivery(1, 3),
        Inherited = 1,
        CarriedFromNumber = null,
        Rights = KeyResultRights.Write,
    };

    public static KeyResultValue Value(decimal value, double days, KeyResultValue? corrects = null, string? note = null) =>
        new(Guid.CreateVersion7(), KeyResultId.New(), value, Start.AddDays(days), Start.AddDays(days), KeyResultSource.Manual, Okr.Person, note, corrects?.Id);

    public static CheckIn CheckIn(double days, string? note = "The rota works", int confidence = 7) =>
        new(Guid.CreateVersion7(), KeyResultId.New(), Start.AddDays(days), Okr.Person, confidence, null, note);

    public static TargetChange Change(double days, decimal from, decimal to, string? reason = "Half of the team left") => new(
        Guid.CreateVersion7(),
        KeyResultId.New(),
        Start.AddDays(days),
        Okr.Person,
        new Commitment(12, from, null, null, Quarter.End),
        new Commitment(12, to, null, null, Quarter.End),
        Eased: to > from,
        reason);
}
