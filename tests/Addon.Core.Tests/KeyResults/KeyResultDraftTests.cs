using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class KeyResultDraftTests
{
    public static TheoryData<string, KeyResultDraft> Broken => new()
    {
        { "title:key_result.title_missing", Samples.Draft() with { Title = "  " } },
        { "title:key_result.title_too_long", Samples.Draft() with { Title = new string('x', 251) } },
        { "from:key_result.from_missing", Samples.Draft() with { From = null } },
        { "to:key_result.to_missing", Samples.Draft() with { To = null } },
        { "to:key_result.from_equals_to", Samples.Draft() with { To = 12 } },
        { "from:key_result.from_out_of_range", Samples.Draft() with { From = 0.0000001m } },
        { "to:key_result.to_out_of_range", Samples.Draft() with { To = 10_000_000_000_000m } },
        { "direction:key_result.direction_mismatch", Samples.Draft() with { Direction = KeyResultDirection.Increase } },
        { "unit:key_result.unit_missing", Samples.Draft() with { Unit = null } },
        { "unit:key_result.unit_too_long", Samples.Draft() with { Unit = new string('x', 41) } },
        { "owner:key_result.owner_missing", Samples.Draft() with { Owner = null } },
        { "owner:key_result.owner_invalid", Samples.Draft() with { Owner = new AccountId(new string('x', 129)) } },
    };

    [Fact]
    public void A_Whole_Draft_Is_Valid() => Samples.Draft().Validate().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_Broken_Field_Is_Named_With_A_Code(string expected, KeyResultDraft draft) =>
        draft.Validate().ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => $"{e.Field}:{e.Code}".ShouldBe(expected));

    [Fact]
    public void All_Broken_Fields_Are_Told_At_Once() =>
        (Samples.Draft() with { Title = null, From = null, To = null, Unit = null, Owner = null }).Validate().Select(e => e.Field)
            .ShouldBe(["title", "from", "to", "unit", "owner"]);

    [Fact]
    public void Direction_Always_Agrees_With_Progress() => Prop
        .ForAll(Gen.Choose(-1000, 1000).Two().Where(t => t.Item1 != t.Item2).ToArbitrary(), t =>
        {
            var better = KeyResultDraft.DirectionOf(t.Item1, t.Item2) == KeyResultDirection.Increase ? t.Item1 + 1 : t.Item1 - 1;
            return Progress.Of(t.Item1, t.Item2, better).Raw > 0;
        })
        .QuickCheckThrowOnFailure();
}
