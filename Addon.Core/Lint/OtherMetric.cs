using Addon.Core.KeyResults;

namespace Addon.Core.Lint;

/// <summary>What another active key result of the scope measures.</summary>
/// <param name="Key">Its key, <c>KR-7</c>.</param>
/// <param name="Metric">Its metric, or its title when it names none.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Direction">Which way is good.</param>
public sealed record OtherMetric(string Key, string Metric, string? Unit, KeyResultDirection Direction)
{
    /// <summary>What <paramref name="keyResult"/> measures.</summary>
    public static OtherMetric Of(KeyResult keyResult) => new(keyResult.Key, keyResult.Metric ?? keyResult.Title, keyResult.Unit, keyResult.Direction);
}
