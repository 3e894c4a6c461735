using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>What is promised: where the number begins and shall be, or its bounds, until when and over which steps.</summary>
public sealed record KeyResultTarget
{
    /// <summary>The most targets on the way.</summary>
    public const int MostPhases = 60;

    /// <summary>Where the number begins.</summary>
    public decimal? From { get; init; }

    /// <summary>Where it shall be.</summary>
    public decimal? To { get; init; }

    /// <summary>The lower bound of a guardrail.</summary>
    public decimal? Low { get; init; }

    /// <summary>The upper bound of a guardrail.</summary>
    public decimal? High { get; init; }

    /// <summary>The last day, or null for the cycle's.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Targets on the way, by day; the last is <see cref="To"/>.</summary>
    public ValueList<PhasedTarget> Phases { get; init; } = ValueList<PhasedTarget>.Empty;

    /// <summary>What <paramref name="keyResult"/> promises.</summary>
    public static KeyResultTarget Of(KeyResult keyResult) => new()
    {
        From = keyResult.From,
        To = keyResult.To,
        Low = keyResult.Low,
        High = keyResult.High,
        DueOn = keyResult.DueOn,
        Phases = keyResult.Phases,
    };

    /// <summary>Which way it goes as far as the numbers tell; null when they do not.</summary>
    public KeyResultDirection? InferDirection()
    {
        var first = From ?? (Phases.Count > 0 ? Phases[0].Value : null);
        var last = To ?? (Phases.Count > 0 ? Phases[^1].Value : null);
        return first is { } from && last is { } to && from != to ? DirectionOf(from, to) : null;
    }

    /// <summary>Which way it goes from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static KeyResultDirection DirectionOf(decimal from, decimal to) => to > from ? KeyResultDirection.Increase : KeyResultDirection.Decrease;

    /// <summary>The part of it that <paramref name="direction"/> uses: a guardrail has no way to go, and each kind its own bounds.</summary>
    public KeyResultTarget For(KeyResultDirection direction) => direction switch
    {
        KeyResultDirection.KeepAtLeast => new() { Low = Low, DueOn = DueOn },
        KeyResultDirection.KeepAtMost => new() { High = High, DueOn = DueOn },
        KeyResultDirection.KeepBetween => new() { Low = Low, High = High, DueOn = DueOn },
        _ => this with { Low = null, High = null },
    };

    /// <summary><paramref name="keyResult"/> with this target.</summary>
    public KeyResult ApplyTo(KeyResult keyResult) => keyResult with { From = From, To = To, Low = Low, High = High, DueOn = DueOn, Phases = Phases };

    /// <summary>What is wrong with the fields that are there. What is missing, and a from that equals to, may stay so in a draft.</summary>
    public IReadOnlyList<FieldError> Validate(KeyResultDirection direction, Cycle cycle)
    {
        List<FieldError> errors = [];
        CheckRange(errors, "from", From);
        CheckRange(errors, "to", To);
        CheckRange(errors, "low", Low);
        CheckRange(errors, "high", High);
        if (Low >= High)
        {
            errors.Add(new("high", "key_result.bounds_crossed", "The upper bound has to lie above the lower one."));
        }

        if (DueOn is { } due && (due < cycle.Start || due > cycle.End))
        {
            errors.Add(new("dueOn", "key_result.due_outside_cycle", $"Choose a day within the cycle, {cycle.Start:yyyy-MM-dd} to {cycle.End:yyyy-MM-dd}."));
        }

        if (Phases.Count > 0 && CheckPhases(direction, cycle) is { } phases)
        {
            errors.Add(phases);
        }

        return errors;
    }

    /// <summary>What a target lacks that is pursued: nothing may be missing or go the wrong way then.</summary>
    public IReadOnlyList<FieldError> FindGaps(KeyResultDirection direction)
    {
        List<FieldError> errors = [];
        if (direction is KeyResultDirection.Increase or KeyResultDirection.Decrease)
        {
            CheckThere(errors, "from", From, "Say where the number began.");
            CheckThere(errors, "to", To, "Say where the number shall be.");
            if (From is { } from && To is { } to)
            {
                CheckWay(errors, direction, from, to);
            }
        }

        if (direction is KeyResultDirection.KeepAtLeast or KeyResultDirection.KeepBetween)
        {
            CheckThere(errors, "low", Low, "Say the least that is good.");
        }

        if (direction is KeyResultDirection.KeepAtMost or KeyResultDirection.KeepBetween)
        {
            CheckThere(errors, "high", High, "Say the most that is good.");
        }

        return errors;
    }

    private static void CheckWay(List<FieldError> errors, KeyResultDirection direction, decimal from, decimal to)
    {
        if (from == to)
        {
            errors.Add(new("to", "key_result.from_equals_to", "From and to are the same; choose a target that differs from where you start."));
        }
        else if (DirectionOf(from, to) != direction)
        {
            errors.Add(new(
                "to", "key_result.direction_mismatch", $"From {KeyResultText.Number(from)} to {KeyResultText.Number(to)} goes the other way than this key result."));
        }
    }

    private static void CheckThere(List<FieldError> errors, string field, decimal? value, string missing)
    {
        if (value is null)
        {
            errors.Add(new(field, $"key_result.{field}_missing", missing));
        }
    }

    private static void CheckRange(List<FieldError> errors, string field, decimal? value)
    {
        if (value is { } number && !Measurement.Fits(number))
        {
            errors.Add(new(field, $"key_result.{field}_out_of_range", Measurement.RangeHint));
        }
    }

    private FieldError? CheckPhases(KeyResultDirection direction, Cycle cycle)
    {
        if (Phases.Count > MostPhases)
        {
            return Wrong("too_many", $"Name at most {MostPhases} targets on the way.");
        }

        if (Phases.Any(p => !Measurement.Fits(p.Value)))
        {
            return Wrong("out_of_range", Measurement.RangeHint);
        }

        if (Phases.Zip(Phases.Skip(1)).Any(p => p.First.Day >= p.Second.Day))
        {
            return Wrong("not_by_day", "Order the targets on the way by day, each day once.");
        }

        if (Phases[0].Day < cycle.Start || Phases[^1].Day > (DueOn ?? cycle.End))
        {
            return Wrong("outside_cycle", "The targets on the way lie between the cycle's start and the day it is due.");
        }

        var values = (From is { } from ? [from] : Array.Empty<decimal>()).Concat(Phases.Select(p => p.Value)).ToList();
        if (values.Zip(values.Skip(1)).Any(v => direction == KeyResultDirection.Increase ? v.Second < v.First : v.Second > v.First))
        {
            return Wrong("not_monotone", "Each target on the way is at least as far as the one before it.");
        }

        return To is { } to && Phases[^1].Value != to ? Wrong("not_at_target", $"The last target on the way is the target itself, {KeyResultText.Number(to)}.") : null;

        static FieldError Wrong(string what, string message) => new("phases", $"key_result.phases_{what}", message);
    }
}
