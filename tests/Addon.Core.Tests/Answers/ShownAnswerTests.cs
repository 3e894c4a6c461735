using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Answers;

public sealed class ShownAnswerTests
{
    private static readonly ProjectId Pay = new(10000);
    private static readonly ProjectId Secret = new(10001);
    private static readonly ScopeId Team = ScopeId.New();
    private static readonly ScopeId OtherTeam = ScopeId.New();

    [Fact]
    public void Key_Results_Of_Other_Teams_Are_Counted_Only()
    {
        OwnedLine company = Line(1, ScopeId.New(), ScopeKind.Company), own = Line(3, Team), other = Line(2, OtherTeam);

        var shown = Shown(Linked(other, own, company), null, company, own, other).ShouldBeOfType<ShownAnswer.Linked>();

        shown.Lines.ShouldBe([company.Line, own.Line]);
        shown.OfOtherTeams.ShouldBe(1);
        shown.Origin.ShouldBe(AnswerOrigin.Here.Instance);
    }

    [Fact]
    public void A_Project_Without_A_Team_Owns_No_Key_Result()
    {
        var other = Line(2, OtherTeam);

        ShownAnswer.Of(new EffectiveAnswer(Linked(other), null), Pay, null, [other])
            .ShouldBeOfType<ShownAnswer.Linked>().ShouldSatisfyAllConditions(l => l.Lines.ShouldBeEmpty(), l => l.OfOtherTeams.ShouldBe(1));
    }

    [Fact]
    public void Key_Results_That_The_Answer_Does_Not_Name_Are_Left_Out()
    {
        OwnedLine named = Line(1, Team), overridden = Line(2, Team);

        Shown(Linked(named), null, named, overridden).ShouldBeOfType<ShownAnswer.Linked>().Lines.ShouldBe([named.Line]);
    }

    [Fact]
    public void An_Ancestor_Is_Named_In_The_Same_Project_Only()
    {
        var own = Line(1, Team);

        Shown(Linked(own), new Ancestor("PAY-1", Pay), own).ShouldBeOfType<ShownAnswer.Linked>().Origin.ShouldBe(new AnswerOrigin.OnAncestor("PAY-1"));
        Shown(Linked(own), new Ancestor("SEC-1", Secret), own).ShouldBeOfType<ShownAnswer.Linked>().Origin.ShouldBe(AnswerOrigin.InOtherProject.Instance);
    }

    [Fact]
    public void A_Note_Stays_On_The_Issue_It_Was_Written_On()
    {
        var answer = new Answer.NotKrWork(NotKrWorkReason.Other, "About a merger");

        Shown(answer, null).ShouldBeOfType<ShownAnswer.NotKrWork>().Note.ShouldBe("About a merger");
        foreach (var ancestor in new[] { new Ancestor("PAY-1", Pay), new Ancestor("SEC-1", Secret) })
        {
            Shown(answer, ancestor).ShouldBeOfType<ShownAnswer.NotKrWork>()
                .ShouldSatisfyAllConditions(n => n.Note.ShouldBeNull(), n => n.Reason.ShouldBe(NotKrWorkReason.Other));
        }
    }

    [Fact]
    public void Without_An_Answer_There_Is_Nothing_To_Hide() =>
        ShownAnswer.Of(EffectiveAnswer.None, Pay, Team, []).ShouldBe(ShownAnswer.Unanswered.Instance);

    private static ShownAnswer Shown(Answer answer, Ancestor? from, params OwnedLine[] lines) => ShownAnswer.Of(new EffectiveAnswer(answer, from), Pay, Team, lines);

    private static Answer.Linked Linked(params OwnedLine[] lines) => new([.. lines.Select(l => l.Line.KeyResult.Id)]);

    private static OwnedLine Line(int number, ScopeId owner, ScopeKind kind = ScopeKind.Team) => new(
        new StraightLine(
            new KeyResult
            {
                Id = KeyResultId.New(),
                Number = number,
                Objective = ObjectiveId.New(),
                Title = "P1 incidents",
                Direction = KeyResultDirection.Decrease,
                From = 12,
                To = 4,
                Unit = "incidents",
                Per = KeyResultPeriod.Month,
                Owner = new AccountId("712020:anna"),
                State = KeyResultState.Active,
            },
            [new LineStep(number, "Payments never stop", kind, null)]),
        owner,
        kind);
}
