using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

/// <summary>Whatever people do one after the other, what has to hold holds.</summary>
public sealed class LifePropertyTests
{
    [Fact]
    public void Any_Sequence_Of_Operations_Keeps_The_Invariants() => Prop
        .ForAll(Gen.Choose(0, 199).ListOf().ToArbitrary(), steps =>
        {
            LiveAsync(steps).GetAwaiter().GetResult();
            return true;
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(40));

    private static async Task LiveAsync(List<int> steps)
    {
        var world = new OkrWorld();
        var id = (await world.InStateAsync(steps.Count % 2 == 0 ? KeyResultState.Draft : KeyResultState.Active)).Id;
        foreach (var step in steps)
        {
            var before = world.KeyResults[id];
            var (values, changes, entries) = (world.KeyResults.Values.ToList(), world.KeyResults.TargetChanges.Count, world.Audit.Count);
            var done = await DoAsync(world, before, step);
            world.Clock.Now += TimeSpan.FromHours(step);
            var after = world.KeyResults[id];

            world.KeyResults.Values.Take(values.Count).ShouldBe(values, "the series is append-only");
            after.Series.ShouldBe(SeriesRules.Summarize(after, world.KeyResults.Values, "UTC"), "the summary is of the whole series");
            (before.Original is null || after.Original == before.Original).ShouldBeTrue("a promise is never changed");
            (before.ActivatedAt is null || after.ActivatedAt == before.ActivatedAt).ShouldBeTrue();
            (after.State == before.State || KeyResultLifecycle.Allows(before.State, after.State)).ShouldBeTrue($"{before.State} -> {after.State}");
            after.Version.ShouldBe((after with { Version = before.Version, Series = before.Series, LastCheckIn = before.LastCheckIn }) == before ? before.Version : before.Version + 1);
            (world.Audit.Count > entries).ShouldBe(done && (after != before || world.KeyResults.Values.Count > values.Count), "every change is audited and nothing else is");
            world.KeyResults.TargetChanges.Skip(changes).ShouldAllBe(c => !c.Eased || c.Reason != null);
            if (after.State is KeyResultState.Active or KeyResultState.Dormant)
            {
                after.ShouldSatisfyAllConditions(
                    k => k.From.ShouldNotBeNull(),
                    k => k.To.ShouldNotBeNull(),
                    k => KeyResultTarget.DirectionOf(k.From!.Value, k.To!.Value).ShouldBe(k.Direction),
                    k => k.Unit.ShouldNotBeNull(),
                    k => k.Owner.ShouldNotBeNull(),
                    k => k.Original.ShouldNotBeNull());
            }
        }
    }

    private static async Task<bool> DoAsync(OkrWorld world, KeyResult seen, int step) => (step % 10) switch
    {
        0 => (await world.MoveAsync(seen, KeyResultState.Active)).Succeeded,
        1 => (await world.MoveAsync(seen, KeyResultState.Dormant)).Succeeded,
        2 => (await world.MoveAsync(seen, KeyResultState.Baselining)).Succeeded,
        3 => step > 150 && (await world.MoveAsync(seen, step > 180 ? KeyResultState.Killed : KeyResultState.Missed)).Succeeded,
        4 => (await world.RetargetAsync(seen, new() { From = seen.State == KeyResultState.Baselining ? seen.From : 10 + (step % 7), To = step % 11 }, step % 3 == 0 ? "Because" : null)).Succeeded,
        5 or 6 => (await world.RecordAsync(seen, new ValueDraft { Value = step % 13, MeasuredAt = world.Clock.Now.AddDays(-step % 30) })).Succeeded,
        7 => world.KeyResults.Values.Count > 0 && (await world.CorrectAsync(seen, world.KeyResults.Values[step % world.KeyResults.Values.Count].Id, step)).Succeeded,
        8 => (await world.CheckInAsync(seen, new CheckInDraft(step % 11, null, step % 2 == 0 ? step : null))).Succeeded,
        _ => (await world.EditAsync(seen, OkrWorld.Draft() with { Title = $"Incidents {step % 4}", Target = seen.State == KeyResultState.Draft ? new() { From = 12, To = step % 20 } : new() })).Succeeded,
    };
}
