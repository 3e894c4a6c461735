using Addon.Core.Numbers;
using Shouldly;
using Xunit;
using static Addon.Core.Tests.Numbers.NumberSamples;

namespace Addon.Core.Tests.Numbers;

/// <summary>Every combination of pace, confidence and silence, told as a table and asked of whole key results.</summary>
public sealed class HealthTableTests
{
    private const string Table = """
        pace       | confidence | Fresh      | Stale | Neglected | Abandoned
        TooEarly   | none       | TooEarly   | Stale | Stale     | Stale
        TooEarly   | Low        | OffTrack   | Stale | Stale     | Stale
        TooEarly   | Medium     | AtRisk     | Stale | Stale     | Stale
        TooEarly   | High       | OnTrack    | Stale | Stale     | Stale
        OnTrack    | none       | OnTrack    | Stale | Stale     | Stale
        OnTrack    | Low        | OffTrack   | Stale | Stale     | Stale
        OnTrack    | Medium     | AtRisk     | Stale | Stale     | Stale
        OnTrack    | High       | OnTrack    | Stale | Stale     | Stale
        AtRisk     | none       | AtRisk     | Stale | Stale     | Stale
        AtRisk     | Low        | OffTrack   | Stale | Stale     | Stale
        AtRisk     | Medium     | AtRisk     | Stale | Stale     | Stale
        AtRisk     | High       | AtRisk     | Stale | Stale     | Stale
        OffTrack   | none       | OffTrack   | Stale | Stale     | Stale
        OffTrack   | Low        | OffTrack   | Stale | Stale     | Stale
        OffTrack   | Medium     | OffTrack   | Stale | Stale     | Stale
        OffTrack   | High       | OffTrack   | Stale | Stale     | Stale
        Unmeasured | none       | Unmeasured | Stale | Stale     | Stale
        Unmeasured | Low        | OffTrack   | Stale | Stale     | Stale
        Unmeasured | Medium     | AtRisk     | Stale | Stale     | Stale
        Unmeasured | High       | Unmeasured | Stale | Stale     | Stale
        """;

    private static readonly DateOnly Today = Friday(5);

    public static TheoryData<Pace, ConfidenceLevel?, Staleness, Health> Combinations()
    {
        var lines = Table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var data = new TheoryData<Pace, ConfidenceLevel?, Staleness, Health>();
        foreach (var cells in lines.Skip(1))
        {
            for (var column = 2; column < cells.Length; column++)
            {
                data.Add(
                    Enum.Parse<Pace>(cells[0]),
                    cells[1] == "none" ? null : Enum.Parse<ConfidenceLevel>(cells[1]),
                    Enum.Parse<Staleness>(lines[0][column]),
                    Enum.Parse<Health>(cells[column]));
            }
        }

        return data;
    }

    [Fact]
    public void The_Table_Holds_Every_Combination_Once()
    {
        var combinations = Combinations().Select(row => row.Data).Select(d => (d.Item1, d.Item2, d.Item3)).ToList();

        combinations.Count.ShouldBe(Enum.GetValues<Pace>().Length * (Enum.GetValues<ConfidenceLevel>().Length + 1) * Enum.GetValues<Staleness>().Length);
        combinations.ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_Key_Result_Is_What_The_Table_Says(Pace pace, ConfidenceLevel? confidence, Staleness staleness, Health health)
    {
        var numbers = NumbersOf(pace, confidence, staleness);

        // The key result is really the one of this row.
        numbers.Pace.ShouldBe(pace);
        numbers.ConfidenceLevel.ShouldBe(confidence);
        numbers.Staleness.ShouldBe(staleness);
        numbers.Health.ShouldBe(health);
        numbers.Explanation.ShouldStartWith(HealthWords.Of(health));
    }

    private static KeyResultNumbers NumbersOf(Pace pace, ConfidenceLevel? confidence, Staleness staleness)
    {
        var spoken = Today.AddDays(staleness switch
        {
            Staleness.Fresh => -3,
            Staleness.Stale => -12,
            Staleness.Neglected => -20,
            _ => -30,
        });
        var keyResult = Moving() with { ActivatedAt = Noon(spoken) };
        var measured = pace switch
        {
            Pace.OnTrack => keyResult.At(8),
            Pace.AtRisk => keyResult.At(9.5m),
            Pace.OffTrack => keyResult.At(12),
            _ => keyResult,
        };
        var checkedIn = confidence switch
        {
            ConfidenceLevel.High => measured.CheckedIn(spoken, 7),
            ConfidenceLevel.Medium => measured.CheckedIn(spoken, 4),
            ConfidenceLevel.Low => measured.CheckedIn(spoken, 3),
            _ => measured,
        };
        var cycle = pace == Pace.TooEarly ? TenWeeks with { Start = Today.AddDays(-4), End = Today.AddDays(63) } : TenWeeks;
        return KeyResultNumbers.Of(checkedIn, cycle, Team, Noon(Today));
    }
}
