using System.Globalization;
using Addon.Core.Numbers;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Numbers;

/// <summary>The one formula: (current - from) / (to - from), for both directions.</summary>
public sealed class ProgressTests
{
    private static readonly Arbitrary<(decimal From, decimal To, decimal Current)> Triples = Gen
        .Choose(-1_000_000, 1_000_000)
        .Select(n => n / 100m)
        .Three()
        .Where(t => t.Item1 != t.Item2)
        .Select(t => (t.Item1, t.Item2, t.Item3))
        .ToArbitrary();

    [Theory]
    [InlineData(12, 4, 9, "0.375", "0.375", false)]
    [InlineData(12, 4, 3, "1.125", "1", false)]
    [InlineData(12, 4, 14, "-0.25", "0", true)]
    [InlineData(31, 45, 31, "0", "0", false)]
    [InlineData(31, 45, 45, "1", "1", false)]
    public void Worked_Examples_Hold(int from, int to, int current, string raw, string counted, bool regressing)
    {
        var progress = Progress.Of(from, to, current);

        progress.Raw.ShouldBe(decimal.Parse(raw, CultureInfo.InvariantCulture));
        progress.Counted.ShouldBe(decimal.Parse(counted, CultureInfo.InvariantCulture));
        progress.IsRegressing.ShouldBe(regressing);
    }

    [Fact]
    public void From_Equal_To_Has_No_Progress() => Should.Throw<ArgumentException>(() => Progress.Of(5, 5, 5));

    [Fact]
    public void Is_Zero_At_From_And_One_At_To() => Prop
        .ForAll(Triples, t => Progress.Of(t.From, t.To, t.From).Raw == 0m && Progress.Of(t.From, t.To, t.To).Raw == 1m)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Does_Not_Depend_On_The_Unit() => Prop
        .ForAll(Triples, Gen.Choose(1, 1000).ToArbitrary(), (t, scale) =>
            Near(Progress.Of(t.From, t.To, t.Current).Raw, Progress.Of(t.From * scale, t.To * scale, t.Current * scale).Raw))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Does_Not_Depend_On_The_Sign() => Prop
        .ForAll(Triples, t => Near(Progress.Of(t.From, t.To, t.Current).Raw, Progress.Of(-t.From, -t.To, -t.Current).Raw))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Does_Not_Depend_On_The_Zero_Point() => Prop
        .ForAll(Triples, Gen.Choose(-1000, 1000).ToArbitrary(), (t, shift) =>
            Near(Progress.Of(t.From, t.To, t.Current).Raw, Progress.Of(t.From + shift, t.To + shift, t.Current + shift).Raw))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Grows_Towards_The_Target() => Prop
        .ForAll(Triples, Gen.Choose(1, 1000).ToArbitrary(), (t, step) =>
        {
            var forward = t.To > t.From ? step : -step;
            return Progress.Of(t.From, t.To, t.Current + forward).Raw > Progress.Of(t.From, t.To, t.Current).Raw;
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Counted_Stays_Between_Zero_And_One_And_Agrees_With_Raw_Inside() => Prop
        .ForAll(Triples, t =>
        {
            var progress = Progress.Of(t.From, t.To, t.Current);
            return progress.Counted is >= 0m and <= 1m && (progress.Raw is < 0m or > 1m || progress.Counted == progress.Raw);
        })
        .QuickCheckThrowOnFailure();

    private static bool Near(decimal a, decimal b) => Math.Abs(a - b) < 0.000_000_000_001m;
}
