namespace Addon.Core.Lint;

/// <summary>Every rule of the writing help.</summary>
public static class LintRules
{
    /// <summary>S1: a field that an active key result needs is missing.</summary>
    public static LintRule Complete { get; } = new("S1", LintLevel.Block, "Complete", "From 12 to 4 incidents, owned by one person");

    /// <summary>S2: from and to are the same.</summary>
    public static LintRule Moves { get; } = new("S2", LintLevel.Block, "From and to differ", "From 12 to 4");

    /// <summary>S3: the numbers go the other way than the direction.</summary>
    public static LintRule Sign { get; } = new("S3", LintLevel.Block, "Direction fits the numbers", "Decrease from 12 to 4");

    /// <summary>S4: the numbers in the title differ from the fields.</summary>
    public static LintRule Agreement { get; } = new("S4", LintLevel.Block, "Title and fields agree", "\"from 12 to 4\" in the title, 12 and 4 in the fields");

    /// <summary>S5: the target is already met.</summary>
    public static LintRule Open { get; } = new("S5", LintLevel.Block, "Target still ahead", "At 9 today: from 9 to 4");

    /// <summary>S6: another active key result of the scope measures the same.</summary>
    public static LintRule Unique { get; } = new("S6", LintLevel.Warn, "One key result per metric", "Keep one, and let both objectives' work link to it");

    /// <summary>M1: there is no number.</summary>
    public static LintRule Measured { get; } = new("M1", LintLevel.Warn, "A number to move", "Reduce P1 incidents from 12 to 4 per month");

    /// <summary>M2: a relative change without a start.</summary>
    public static LintRule Absolute { get; } = new("M2", LintLevel.Warn, "Thirty percent of what", "Reduce page load time from 3.0 s to 2.1 s");

    /// <summary>M3: a target without a start.</summary>
    public static LintRule Baseline { get; } = new("M3", LintLevel.Warn, "A start as well as a target", "Raise activation from 31% to 45%");

    /// <summary>O1: it begins like a piece of work.</summary>
    public static LintRule Outcome { get; } = new("O1", LintLevel.Warn, "Outcome, not delivery", "Instead of \"Launch the new billing\": Invoices paid without a support contact from 70% to 90%");

    /// <summary>O2: it counts activity.</summary>
    public static LintRule Activity { get; } = new("O2", LintLevel.Warn, "Effect, not activity", "Instead of \"Write 100 tests\": Escaped defects from 9 to 3 per month");

    /// <summary>O3: it measures busyness.</summary>
    public static LintRule Busyness { get; } = new("O3", LintLevel.Warn, "Not a measure of busyness", "Instead of velocity: Lead time from 9 d to 4 d");

    /// <summary>O4: it is done when work is done.</summary>
    public static LintRule Finished { get; } = new("O4", LintLevel.Warn, "Changed, not finished", "Instead of \"All services migrated\": Deploy time from 40 min to 10 min");

    /// <summary>C1: two key results in one.</summary>
    public static LintRule Single { get; } = new("C1", LintLevel.Warn, "One number at a time", "Two key results: latency from 900 ms to 300 ms; NPS from 32 to 45");

    /// <summary>H1: words that leave a way out.</summary>
    public static LintRule Firm { get; } = new("H1", LintLevel.Warn, "No hedging", "Instead of \"continue to support as needed\": Platform questions answered the same day from 60% to 90%");

    /// <summary>R1: a count without a period.</summary>
    public static LintRule Rate { get; } = new("R1", LintLevel.Hint, "A count needs a period", "From 12 to 4 incidents per month");

    /// <summary>T1: a very small step or an absolute target.</summary>
    public static LintRule Span { get; } = new("T1", LintLevel.Hint, "A reachable, noticeable step", "From 92% to 97% instead of 100%");

    /// <summary>F1: a company-level number on a team.</summary>
    public static LintRule Influence { get; } = new("F1", LintLevel.Hint, "A number the team can move", "\"A faster checkout loses fewer baskets, which shows in revenue\"");

    /// <summary>L1: very short or very long.</summary>
    public static LintRule Length { get; } = new("L1", LintLevel.Hint, "Short enough to say aloud", "Median PR review wait from 26 h to 8 h");

    /// <summary>W1: nobody but the owner wrote it.</summary>
    public static LintRule WrittenTogether { get; } = new("W1", LintLevel.Hint, "Written alone", "Invite one engineer who will do the work as co-author");

    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
        [Complete, Moves, Sign, Agreement, Open, Unique, Measured, Absolute, Baseline, Outcome, Activity, Busyness, Finished, Single, Firm, Rate, Span, Influence, Length, WrittenTogether];
}
