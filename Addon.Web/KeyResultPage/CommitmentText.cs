using System.Globalization;
using Addon.Core.KeyResults;

namespace Addon.Web.KeyResultPage;

/// <summary>A promise as people read it.</summary>
internal static class CommitmentText
{
    /// <summary>"from 12 to 4 incidents per month until 31 Dec 2026".</summary>
    public static string Of(Commitment commitment, KeyResult keyResult) =>
        KeyResultText.FromTo(keyResult with { From = commitment.From, To = commitment.To, Low = commitment.Low, High = commitment.High })
        + $" until {commitment.DueOn.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
}
