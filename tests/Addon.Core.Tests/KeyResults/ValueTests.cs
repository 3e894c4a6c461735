using Addon.Core.Common;
using Addon.Core.KeyResults;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class ValueTests
{
    [Theory]
    [InlineData(KeyResultState.Active)]
    [InlineData(KeyResultState.Dormant)]
    [InlineData(KeyResultState.Baselining)]
    public async Task What_Is_Pursued_Takes_Values_And_No_Version_Grows(KeyResultState state)
    {
        var world = new OkrWorld();
        var keyResult = await world.InStateAsync(state);

        OkrWorld.Good(await world.RecordAsync(keyResult, new ValueDraft { Value = 9, MeasuredAt = world.Clock.Now.AddDays(-7) }));
        OkrWorld.Good(await world.RecordAsync(keyResult, new ValueDraft { Value = 7, Note = " The new rota ", Source = KeyResultSource.Api }));

        world.KeyResults[keyResult.Id].ShouldSatisfyAllConditions(
            k => k.Current.ShouldBe(7), k => k.Series.Recent.Count.ShouldBe(2), k => k.Version.ShouldBe(keyResult.Version), k => k.LastCheckIn.ShouldBeNull());
        world.KeyResults.Values[^1].ShouldSatisfyAllConditions(v => v.Note.ShouldBe("The new rota"), v => v.Source.ShouldBe(KeyResultSource.Api), v => v.Actor.ShouldBe(OkrWorld.Lead));
    }

    [Fact]
    public async Task A_Value_Is_Judged_By_All_Its_Fields()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);
        var start = new DateTimeOffset(world.Cycle.Start.AddDays(-400), TimeOnly.MinValue, TimeSpan.Zero);

        await RefusedAsync(new() { Value = null }, "value:key_result.value_missing");
        await RefusedAsync(new() { Value = 0.0000001m }, "value:key_result.value_out_of_range");
        await RefusedAsync(new() { Value = 9, MeasuredAt = world.Clock.Now.AddTicks(1) }, "measuredAt:key_result.measured_in_future");
        await RefusedAsync(new() { Value = 9, MeasuredAt = start.AddTicks(-1) }, "measuredAt:key_result.measured_too_early");
        await RefusedAsync(new() { Value = 9, Note = new string('x', 1001) }, "note:key_result.note_too_long");
        await RefusedAsync(new() { Value = 9, Source = KeyResultSource.Import }, "source:key_result.source_unknown");
        await RefusedAsync(new() { Value = 9, IdempotencyKey = "" }, "idempotencyKey:key_result.idempotency_key_invalid");
        await RefusedAsync(new() { Value = 9, IdempotencyKey = new string('x', 201) }, "idempotencyKey:key_result.idempotency_key_invalid");
        OkrWorld.Good(await world.RecordAsync(active, new ValueDraft { Value = 9, MeasuredAt = start, Note = "Two\nlines" }));

        async Task RefusedAsync(ValueDraft draft, string code) =>
            (await world.RecordAsync(active, draft)).Error!.Fields.Select(f => $"{f.Field}:{f.Code}").ShouldBe([code]);
    }

    [Fact]
    public async Task A_Key_Records_Once()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);
        var draft = new ValueDraft { Value = 9, IdempotencyKey = "k-1" };
        var first = OkrWorld.Good(await world.RecordAsync(active, draft));
        world.Clock.Now += TimeSpan.FromHours(1);

        OkrWorld.Good(await world.RecordAsync(active, draft)).ShouldBe(first);
        (await world.RecordAsync(active, draft with { Value = 8 })).Error!.Code.ShouldBe("key_result.idempotency_key_reused");
        var keyless = OkrWorld.Good(await world.RecordAsync(active, 8));
        (await world.RecordAsync(active, draft with { IdempotencyKey = keyless.Id.ToString("D") })).Error!.Code.ShouldBe("key_result.idempotency_key_reused");

        world.KeyResults.Values.Count.ShouldBe(2);
        world.Audit.Count(e => e.Action == "key_result.value_recorded").ShouldBe(2);
    }

    [Fact]
    public async Task A_Correction_Is_A_New_Value_Measured_When_The_Wrong_One_Was()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);
        var wrong = OkrWorld.Good(await world.RecordAsync(active, new ValueDraft { Value = 90, MeasuredAt = world.Clock.Now.AddDays(-2) }));
        OkrWorld.Good(await world.RecordAsync(active, 8));

        var right = OkrWorld.Good(await world.CorrectAsync(active, wrong.Id, 9));

        (right.Corrects, right.MeasuredAt).ShouldBe((wrong.Id, wrong.MeasuredAt));
        world.KeyResults.Values.ShouldContain(wrong);
        world.KeyResults[active.Id].Series.Recent.Select(p => p.Value).ShouldBe([9, 8]);
        world.Audit[^1].ShouldSatisfyAllConditions(
            e => e.Action.ShouldBe("key_result.value_corrected"), e => e.Before["value"].ShouldBe("90"), e => e.After["value"].ShouldBe("9"));
        (await world.CorrectAsync(active, Guid.NewGuid(), 9)).Error!.Code.ShouldBe("key_result.value_not_found");
    }

    [Fact]
    public async Task A_Check_In_Keeps_Confidence_Note_And_Value_Together_And_Once_Per_Key()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        var first = OkrWorld.Good(await world.CheckInAsync(active, new CheckInDraft(7, " Two\nlines ", 9, "k-1")));
        OkrWorld.Good(await world.CheckInAsync(active, new CheckInDraft(7, " Two\nlines ", 9, "k-1"))).ShouldBe(first);

        var value = world.KeyResults.Values.ShouldHaveSingleItem();
        (first.Value, first.Confidence, first.Note, first.By).ShouldBe((value.Id, 7, "Two\nlines", OkrWorld.Lead));
        world.KeyResults[active.Id].ShouldSatisfyAllConditions(
            k => k.Current.ShouldBe(9), k => k.LastCheckIn!.At.ShouldBe(world.Clock.Now), k => k.Version.ShouldBe(active.Version));
        world.Audit.Select(e => e.Action).TakeLast(2).ShouldBe(["key_result.value_recorded", "key_result.checked_in"]);
    }

    [Theory]
    [InlineData(null, "confidence:key_result.confidence_missing")]
    [InlineData(-1, "confidence:key_result.confidence_out_of_range")]
    [InlineData(11, "confidence:key_result.confidence_out_of_range")]
    public async Task A_Confidence_Is_0_To_10(int? confidence, string code)
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        (await world.CheckInAsync(active, new CheckInDraft(confidence, new string('x', 1001), 0.0000001m))).Error!.Fields.Select(f => $"{f.Field}:{f.Code}")
            .ShouldBe([code, "value:key_result.value_out_of_range", "note:key_result.note_too_long"]);
        world.KeyResults.CheckIns.ShouldBeEmpty();
        OkrWorld.Good(await world.CheckInAsync(active, new CheckInDraft(0, null, null))).Value.ShouldBeNull();
        OkrWorld.Good(await world.CheckInAsync(active, new CheckInDraft(10, null, null))).Confidence.ShouldBe(10);
    }

    [Fact]
    public async Task A_Draft_Takes_Nothing()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);

        (await world.RecordAsync(draft, 9)).Error!.Code.ShouldBe("key_result.not_active");
        (await world.CheckInAsync(draft, new CheckInDraft(5, null, null))).Error!.Code.ShouldBe("key_result.not_active");
        (await world.LiftAsync(draft, "Soon")).Error!.Code.ShouldBe("key_result.not_active");
    }

    [Fact]
    public async Task A_Lift_Needs_A_Note()
    {
        var world = new OkrWorld();
        var active = await world.InStateAsync(KeyResultState.Active);

        (await world.LiftAsync(active, "\u200B")).Error!.Code.ShouldBe("key_result.note_missing");
        (await world.LiftAsync(active, new string('x', 501))).Error!.Code.ShouldBe("key_result.note_too_long");
        OkrWorld.Good(await world.LiftAsync(active, " The fix ships tomorrow ")).Lift.ShouldBe(new HealthLift(OkrWorld.Lead, world.Clock.Now, "The fix ships tomorrow"));
    }

    [Fact]
    public async Task Only_The_Person_Who_Was_Asked_Says_Yes()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);

        (await world.AcceptAsync(draft, OkrWorld.Engineer)).Error!.Code.ShouldBe("key_result.co_author_not_found");
        (await world.InviteAsync(draft, OkrWorld.Engineer, OkrWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        var invited = OkrWorld.Good(await world.InviteAsync(draft, OkrWorld.Engineer));
        invited.AcceptedAt.ShouldBeNull();
        OkrWorld.Good(await world.InviteAsync(draft, OkrWorld.Engineer, OkrWorld.Owner)).ShouldBe(invited, "once per person");
        (await world.AcceptAsync(draft, OkrWorld.Lead)).Error!.Code.ShouldBe("key_result.co_author_not_found");
        var accepted = OkrWorld.Good(await world.AcceptAsync(draft, OkrWorld.Engineer));
        accepted.AcceptedAt.ShouldBe(world.Clock.Now);
        OkrWorld.Good(await world.AcceptAsync(draft, OkrWorld.Engineer)).ShouldBe(accepted);
        (await world.AcceptAsync(draft, OkrWorld.Stranger)).Error!.Code.ShouldBe("okr.read_not_allowed");
    }

    [Fact]
    public async Task A_Co_Author_Goes_By_Themselves_Or_By_Whoever_Writes()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);
        OkrWorld.Good(await world.InviteAsync(draft, OkrWorld.Engineer));
        OkrWorld.Good(await world.InviteAsync(draft, OkrWorld.ProjectAdmin));

        (await world.RemoveAsync(draft, OkrWorld.ProjectAdmin, OkrWorld.Engineer)).Error!.Code.ShouldBe("okr.edit_not_allowed");
        OkrWorld.Good(await world.RemoveAsync(draft, OkrWorld.Engineer, OkrWorld.Engineer));
        OkrWorld.Good(await world.RemoveAsync(draft, OkrWorld.ProjectAdmin, OkrWorld.Lead));
        (await world.RemoveAsync(draft, OkrWorld.ProjectAdmin, OkrWorld.Lead)).Error!.Code.ShouldBe("key_result.co_author_not_found");
        world.Audit.Select(e => e.Action).Count(a => a == "key_result.co_author_removed").ShouldBe(2);
    }

    [Fact]
    public async Task Not_Everybody_Can_Be_Asked()
    {
        var world = new OkrWorld();
        var draft = await world.InStateAsync(KeyResultState.Draft);

        await RefusedAsync(null, "key_result.co_author_missing");
        await RefusedAsync(new AccountId("no account"), "key_result.co_author_invalid");
        await RefusedAsync(OkrWorld.Owner, "key_result.co_author_is_owner");
        await RefusedAsync(OkrWorld.Stranger, "key_result.co_author_cannot_see");
        for (var i = 0; i < ManageCoAuthors.Most; i++)
        {
            OkrWorld.Good(await world.InviteAsync(draft, new AccountId($"colleague-{i}")));
        }

        await RefusedAsync(OkrWorld.Engineer, "key_result.too_many_co_authors");

        async Task RefusedAsync(AccountId? account, string code) => (await world.InviteAsync(draft, account)).Error!.Code.ShouldBe(code);
    }
}
