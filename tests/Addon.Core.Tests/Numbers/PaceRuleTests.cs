using System.Globalization;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Numbers;

public sealed class PaceRuleTests
{
    private static readonly Arbitrary<decimal> Shares = Gen.Choose(0, 1_000_000).Select(n => n / 1_000_000m).ToArbitrary();

    private static readonly Arbitrary<decimal> Raws = Gen.Choose(-500_000, 1_500_000).Select(n => n / 1_000_000m).ToArbitrary();

    [Theory]
    [InlineData("0.149999", "0", Pace.TooEarly)]
    [InlineData("0.149999", null, Pace.TooEarly)]
    [InlineData("0.15", null, Pace.Unmeasured)]
    [InlineData("0.15", "0.05", Pace.OnTrack)]
    [InlineData("0.15", "0.049999", Pace.AtRisk)]
    [InlineData("0.5", "0.4", Pace.OnTrack)]
    [InlineData("0.5", "0.399999", Pace.AtRisk)]
    [InlineData("0.5", "0.25", Pace.AtRisk)]
    [InlineData("0.5", "0.249999", Pace.OffTrack)]
    [InlineData("1", "0.9", Pace.OnTrack)]
    [InlineData("1", "1.4", Pace.OnTrack)]
    [InlineData("0.2", "-3", Pace.AtRisk)]
    [InlineData("0.250001", "-3", Pace.OffTrack)]
    public void Each_Limit_Belongs_To_The_Better_Word(string expected, string? raw, Pace pace) =>
        PaceRule.Of(Number(expected), raw is null ? null : new Progress(Number(raw))).ShouldBe(pace);

    [Theory]
    [InlineData("0.149999", null, false, Pace.TooEarly)]
    [InlineData("0.15", null, false, Pace.Unmeasured)]
    [InlineData("0.05", "0", false, Pace.OffTrack)]
    [InlineData("0.5", "0.9", true, Pace.OnTrack)]
    [InlineData("0.5", "0.899999", true, Pace.AtRisk)]
    [InlineData("0.5", "0.9", false, Pace.AtRisk)]
    [InlineData("0.5", "0.899999", false, Pace.OffTrack)]
    public void A_Guardrail_Needs_Its_Last_Period_And_Nine_Of_Ten(string expected, string? adherence, bool last, Pace pace) =>
        PaceRule.OfGuardrail(Number(expected), adherence is null ? null : Number(adherence), last).ShouldBe(pace);

    [Fact]
    public void Nine_Tenths_Of_What_Is_Expected_Is_Always_On_Track() => Prop
        .ForAll(Shares, Raws, (expected, raw) =>
            expected < PaceRule.JudgedFrom || new Progress(raw).Counted < 0.9m * expected || PaceRule.Of(expected, new Progress(raw)) == Pace.OnTrack)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void More_Progress_Is_Never_Worse() => Prop
        .ForAll(Shares, Raws, Raws, (expected, one, other) =>
            (int)PaceRule.Of(expected, new Progress(Math.Max(one, other))) <= (int)PaceRule.Of(expected, new Progress(Math.Min(one, other))))
        .QuickCheckThrowOnFailure();

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
