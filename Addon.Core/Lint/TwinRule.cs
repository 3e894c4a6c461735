namespace Addon.Core.Lint;

/// <summary>S6: one metric, one key result.</summary>
internal static class TwinRule
{
    /// <summary>The first other active key result of the scope with the same metric, unit and direction.</summary>
    public static LintFinding? Check(LintSubject subject)
    {
        var metric = Key(subject.Metric ?? subject.Title);
        var twin = metric.Length == 0 ? null : subject.OtherActiveMetrics.FirstOrDefault(o =>
            Key(o.Metric) == metric && Units.Canonical(o.Unit) == Units.Canonical(subject.Unit) && o.Direction == subject.Direction);
        return twin is null ? null : LintFinding.Of(LintRules.Unique, subject.Metric is null ? "title" : "metric", $"{twin.Key} measures the same, in the same direction.");
    }

    private static string Key(string? metric) => TitleText.Normalise(metric).ToUpperInvariant();
}
