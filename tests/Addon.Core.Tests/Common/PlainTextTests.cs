using Addon.Core.Answers;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.Objectives;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Common;

public sealed class PlainTextTests
{
    private static readonly Cycle Quarter = Cycle.QuarterOf(new DateOnly(2026, 11, 21));

    [Theory]
    [InlineData("Reduce P1 incidents")]
    [InlineData(" with spaces around\n")]
    [InlineData("مؤشر الأداء الرئيسي")]
    [InlineData("目標 №1 – 50 % 🚀")]
    [InlineData("👩‍💻 joined by U+200D")]
    [InlineData("e\u0301t\u0301e")]
    public void What_People_Write_Is_A_Line(string text) => (PlainText.IsLine(text) && PlainText.IsVisible(text)).ShouldBeTrue();

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("a\ttab")]
    [InlineData("a\u2028line")]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u202Ab")]
    [InlineData("a\u2066b")]
    [InlineData("a\u2069b")]
    public void What_Hides_Or_Reorders_Is_No_Line(string text) => PlainText.IsLine(text).ShouldBeFalse();

    [Fact]
    public void Half_A_Character_Is_No_Text() => PlainText.IsLines("a" + (char)0xD83D + "b").ShouldBeFalse();

    [Theory]
    [InlineData("two\r\nlines\tand a tab", true)]
    [InlineData("", true)]
    [InlineData("a\u202Eb", false)]
    [InlineData("a\0b", false)]
    [InlineData("\u200B\u200B", false)]
    public void Notes_May_Have_Lines(string text, bool expected) => PlainText.IsLines(text).ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\0")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    [InlineData("\u00AD\u00A0")]
    [InlineData("\u3164")]
    [InlineData("\u2800 \u115F")]
    public void Nothing_That_Can_Be_Seen_Is_Nothing(string? text) => PlainText.IsVisible(text).ShouldBeFalse();

    [Theory]
    [InlineData("5b10a2844c20165700ede21g", true)]
    [InlineData("557058:f58131cb-b67d-43c7-b30d-6b58d40bd077", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    [InlineData("ä", false)]
    [InlineData("a\u200B", false)]
    public void An_Account_Id_Has_A_Form(string id, bool expected) => new AccountId(id).IsWellFormed.ShouldBe(expected);

    [Fact]
    public void Each_Field_Has_Its_Own_Code()
    {
        const string bad = "a\u202Eb";

        Codes((Samples.Draft() with { Title = bad, Unit = bad, Owner = new AccountId(bad) }).Validate(Quarter))
            .ShouldBe(["title:key_result.title_invalid", "unit:key_result.unit_invalid", "owner:key_result.owner_invalid"]);
        Codes((Samples.Draft() with { Title = "\u200B", Unit = "\u200B" }).Validate(Quarter)).ShouldBe(["title:key_result.title_missing", "unit:key_result.unit_invalid"]);
        Codes(new ObjectiveDraft { Title = bad, Contribution = bad }.Validate())
            .ShouldBe(["title:objective.title_invalid", "contribution:objective.contribution_invalid"]);
        Codes(new Answer.NotKrWork(NotKrWorkReason.Other, "long enough " + bad).Validate()).ShouldBe(["note:answer.note_invalid"]);
    }

    [Fact]
    public void Two_Numbers_That_Are_Both_Too_Large_Are_Not_Also_Equal() =>
        Codes((Samples.Draft() with { Target = new() { From = decimal.MaxValue, To = decimal.MaxValue } }).Validate(Quarter))
            .ShouldBe(["from:key_result.from_out_of_range", "to:key_result.to_out_of_range"]);

    private static IEnumerable<string> Codes(IReadOnlyList<FieldError> errors) => errors.Select(e => $"{e.Field}:{e.Code}");
}
