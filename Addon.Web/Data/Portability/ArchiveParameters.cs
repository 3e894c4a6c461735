using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.Portability;
using Addon.Web.Data.TypeHandlers;

namespace Addon.Web.Data.Portability;

/// <summary>Rows as the one JSON parameter of a bulk statement: named as the columns are, every value in the canonical text that the type handlers write.</summary>
internal static class ArchiveParameters
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<object> rows) => JsonSerializer.Serialize(rows, Json);

    public static object Of(Objective objective) => new
    {
        id = objective.Id.Value,
        number = objective.Number,
        scope_id = objective.Scope.Value,
        cycle_id = objective.Cycle.Value,
        title = objective.Title,
        parent_objective_id = objective.Parent?.Objective.Value,
        parent_key_result_id = objective.Parent?.KeyResult?.Value,
        contribution = objective.Contribution,
        version = objective.Version,
        why = objective.Why,
        owner = objective.Owner?.Value,
        standalone_reason = objective.StandaloneReason,
        state = (int)objective.State,
        outcome = (int?)objective.Outcome,
        activated_at = Text(objective.ActivatedAt),
        carried_from_id = objective.CarriedFrom?.Value,
    };

    public static object Of(PlannedKeyResult planned)
    {
        var keyResult = planned.KeyResult;
        return new
        {
            id = keyResult.Id.Value,
            number = keyResult.Number,
            objective_id = keyResult.Objective.Value,
            title = keyResult.Title,
            metric = keyResult.Metric,
            direction = (int)keyResult.Direction,
            from_value = Text(keyResult.From),
            to_value = Text(keyResult.To),
            low_value = Text(keyResult.Low),
            high_value = Text(keyResult.High),
            unit = keyResult.Unit,
            per = (int)keyResult.Per,
            weight = keyResult.Weight,
            owner = keyResult.Owner?.Value,
            how_work_moves_it = keyResult.HowWorkMovesIt,
            source = (int)keyResult.Source,
            phases_json = DbJson.Write(keyResult.Phases),
            due_on = keyResult.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            state = (int)keyResult.State,
            baselining_since = Text(keyResult.BaseliningSince),
            activated_at = Text(keyResult.ActivatedAt),
            ended_at = Text(keyResult.EndedAt),
            dormant_since = Text(keyResult.DormantSince),
            end_reason = keyResult.EndReason,
            redirect = keyResult.Redirect,
            carried_from_id = keyResult.CarriedFrom?.Value,
            original_json = keyResult.Original is null ? null : DbJson.Write(keyResult.Original),
            lift_at = Text(keyResult.Lift?.At),
            lift_by = keyResult.Lift?.By.Value,
            lift_note = keyResult.Lift?.Note,
            accepted_hints_json = DbJson.Write(keyResult.AcceptedHints),
            recent_json = DbJson.Write(keyResult.Series.Recent),
            periods_with_value = keyResult.Series.PeriodsWithValue,
            periods_in_bound = keyResult.Series.PeriodsInBound,
            last_period_in_bound = keyResult.Series.LastPeriodInBound is { } last ? last ? 1 : 0 : (int?)null,
            last_check_in_at = Text(keyResult.LastCheckIn?.At),
            last_check_in_by = keyResult.LastCheckIn?.By.Value,
            last_check_in_note = keyResult.LastCheckIn?.Note,
            confidence = keyResult.LastCheckIn?.Confidence,
            value_count = planned.Values.Count,
            version = keyResult.Version,
        };
    }

    public static object Of(KeyResultValue value, int number) => new
    {
        key_result_id = value.KeyResult.Value,
        number,
        id = value.Id,
        value = Text(value.Value),
        measured_at = Text(value.MeasuredAt),
        note = value.Note,
        source = (int)value.Source,
        corrects_id = value.Corrects,
        dedupe_key = value.IdempotencyKey ?? value.Id.ToString("D"),
        created_at = Text(value.RecordedAt),
        actor = value.Actor?.Value,
    };

    public static object Of(CheckIn checkIn) => new
    {
        id = checkIn.Id,
        key_result_id = checkIn.KeyResult.Value,
        at = Text(checkIn.At),
        confidence = checkIn.Confidence,
        value_id = checkIn.Value,
        note = checkIn.Note,
        created_by = checkIn.By.Value,
    };

    public static object Of(TargetChange change) => new
    {
        id = change.Id,
        key_result_id = change.KeyResult.Value,
        at = Text(change.At),
        before_json = DbJson.Write(change.Before),
        after_json = DbJson.Write(change.After),
        eased = change.Eased ? 1 : 0,
        reason = change.Reason,
        created_by = change.By.Value,
    };

    public static object Of(KeyResultId keyResult, CoAuthor author) => new
    {
        key_result_id = keyResult.Value,
        account = author.Account.Value,
        invited_by = author.InvitedBy.Value,
        invited_at = Text(author.InvitedAt),
        accepted_at = Text(author.AcceptedAt),
    };

    private static string? Text(DateTimeOffset? at) => at is { } known ? Instant.ToText(known) : null;

    private static string? Text(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;
}
