using Addon.Core.Answers;
using Addon.Core.Common;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Answers;

public sealed class AnswerTests
{
    private static readonly KeyResultId One = KeyResultId.New();

    [Fact]
    public void One_To_Three_Key_Results_Are_An_Answer() =>
        new Answer.Linked([One, KeyResultId.New(), KeyResultId.New()]).Validate().ShouldBeEmpty();

    [Fact]
    public void Four_Key_Results_Say_Nothing() =>
        new Answer.Linked([One, KeyResultId.New(), KeyResultId.New(), KeyResultId.New()]).Validate().ShouldHaveSingleItem().Code.ShouldBe("answer.too_many_key_results");

    [Fact]
    public void The_Same_Key_Result_Twice_Is_Refused() =>
        new Answer.Linked([One, One]).Validate().ShouldHaveSingleItem().Code.ShouldBe("answer.key_result_twice");

    [Fact]
    public void Linked_Without_A_Key_Result_Is_No_Answer() => new Answer.Linked([]).Validate().ShouldHaveSingleItem().Code.ShouldBe("answer.key_results_missing");

    [Theory]
    [InlineData(NotKrWorkReason.Maintenance, null, null)]
    [InlineData(NotKrWorkReason.Other, null, "answer.note_missing")]
    [InlineData(NotKrWorkReason.Other, "too short", "answer.note_missing")]
    [InlineData(NotKrWorkReason.Other, "          x          ", "answer.note_missing")]
    [InlineData(NotKrWorkReason.Other, "office move", null)]
    public void Other_Needs_A_Note(NotKrWorkReason reason, string? note, string? code) =>
        new Answer.NotKrWork(reason, note).Validate().Select(e => e.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void A_Long_Note_Is_Refused() =>
        new Answer.NotKrWork(NotKrWorkReason.Support, new string('x', 501)).Validate().ShouldHaveSingleItem().Code.ShouldBe("answer.note_too_long");

    [Fact]
    public void The_Nearest_Answer_Within_Three_Ancestors_Counts()
    {
        Answer[] kinds = [Answer.Unanswered.Instance, new Answer.Linked([One]), new Answer.NotKrWork(NotKrWorkReason.Incident, null)];
        var lineages = Gen.Elements(kinds).ArrayOf(6).ToArbitrary();

        Prop.ForAll(lineages, own =>
        {
            var effective = EffectiveAnswer.Resolve(own.Select((a, i) => (Issue(i), a)));
            var nearest = Array.FindIndex(own, a => a is not Answer.Unanswered);
            return nearest is -1 or > EffectiveAnswer.InheritDepth
                ? effective == EffectiveAnswer.None
                : effective == new EffectiveAnswer(own[nearest], nearest == 0 ? null : Issue(nearest));
        }).QuickCheckThrowOnFailure();
    }

    private static Ancestor Issue(int number) => new($"PAY-{number}", new ProjectId(10000));
}
