using Addon.Core.Common;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Scopes;

public sealed class ScopeDraftTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 23, 30, 0, TimeSpan.Zero);
    private static readonly AccountId Anna = new("anna");
    private static readonly AccountId Ben = new("ben");

    private static ScopeDraft Draft { get; } = ScopeDraft.Of(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", MappingOwner = Anna });

    [Fact]
    public void A_Complete_Draft_Is_Fine() => Draft.Validate(Now).ShouldBeEmpty();

    public static TheoryData<string, string, string> Faults => new()
    {
        { "no name", "name", "scope.name_missing" },
        { "long name", "name", "scope.name_too_long" },
        { "name that reorders", "name", "scope.name_invalid" },
        { "no rhythm", "rhythm", "scope.rhythm_invalid" },
        { "no day", "meetingDay", "scope.meeting_day_invalid" },
        { "no time", "dueTime", "scope.due_time_invalid" },
        { "time with seconds", "dueTime", "scope.due_time_invalid" },
        { "no days", "holidays", "scope.holidays_invalid" },
        { "too many days", "holidays", "scope.too_many_holidays" },
        { "no account", "owner", "scope.account_invalid" },
        { "deputy without an end", "deputyUntil", "scope.deputy_end_missing" },
        { "deputy of the past", "deputyUntil", "scope.deputy_end_past" },
        { "end without a deputy", "deputy", "scope.deputy_missing" },
        { "deputy of nobody", "mappingOwner", "scope.deputy_without_owner" },
        { "deputy of themselves", "deputy", "scope.deputy_is_owner" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_Is_Wrong_Is_Told_At_Its_Field(string fault, string field, string code)
    {
        var tomorrow = new DateOnly(2026, 11, 22);
        var draft = fault switch
        {
            "no name" => Draft with { Name = " " },
            "long name" => Draft with { Name = new string('a', 121) },
            "name that reorders" => Draft with { Name = "a\u202Eb" },
            "no rhythm" => Draft with { Rhythm = null },
            "no day" => Draft with { MeetingDay = null },
            "no time" => Draft with { DueTime = null },
            "time with seconds" => Draft with { DueTime = new TimeOnly(17, 0, 1) },
            "no days" => Draft with { Holidays = null },
            "too many days" => Draft with { Holidays = [.. Enumerable.Range(0, 401).Select(tomorrow.AddDays)] },
            "no account" => Draft with { Owner = new AccountId("two words") },
            "deputy without an end" => Draft with { Deputy = Ben },
            "deputy of the past" => Draft with { Deputy = Ben, DeputyUntil = new DateOnly(2026, 11, 20) },
            "end without a deputy" => Draft with { DeputyUntil = tomorrow },
            "deputy of nobody" => Draft with { Deputy = Ben, DeputyUntil = tomorrow, MappingOwner = null },
            _ => Draft with { Deputy = Anna, DeputyUntil = tomorrow },
        };

        draft.Validate(Now).Select(e => (e.Field, e.Code)).ShouldBe([(field, code)]);
    }

    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_Time_Zone_Has_An_Iana_Name(string? name, bool isOne)
    {
        ScopeDraft.IsTimeZone(name).ShouldBe(isOne);
        (Draft with { TimeZone = name }).Validate(Now).Select(e => e.Code).ShouldBe(isOne ? [] : ["scope.time_zone_invalid"]);
    }

    [Fact]
    public void The_Last_Day_Of_A_Deputy_Is_One_Of_The_Scopes_Own_Time_Zone()
    {
        var today = Draft with { Deputy = Ben, DeputyUntil = new DateOnly(2026, 11, 21) };

        today.Validate(Now).ShouldBeEmpty();
        (today with { TimeZone = "Asia/Tokyo" }).Validate(Now).Select(e => e.Code).ShouldBe(["scope.deputy_end_past"], "there it is tomorrow already");
    }

    [Fact]
    public void A_Deputy_Whose_Time_Has_Run_Out_Keeps_Nobody_From_Changing_Something_Else()
    {
        var before = new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "Payments", MappingOwner = Anna, Deputy = new MappingDeputy(Ben, new DateOnly(2026, 10, 1)) };

        (ScopeDraft.Of(before) with { Name = "Pay" }).Validate(Now, before).ShouldBeEmpty();
        (ScopeDraft.Of(before) with { DeputyUntil = new DateOnly(2026, 10, 2) }).Validate(Now, before).Select(e => e.Code).ShouldBe(["scope.deputy_end_past"]);
    }

    [Fact]
    public void Days_Off_Are_Kept_Once_And_In_Order()
    {
        var (christmas, boxing) = (new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 26));

        (Draft with { Holidays = [boxing, christmas, boxing] }).WriteTo(new Scope { Id = ScopeId.New(), Kind = ScopeKind.Team, Name = "" }).Holidays.ShouldBe([christmas, boxing]);
    }
}
