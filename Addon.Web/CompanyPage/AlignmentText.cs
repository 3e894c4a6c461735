using Addon.Core.Company;
using Addon.Core.Numbers;
using Addon.Web.Ui;

namespace Addon.Web.CompanyPage;

/// <summary>The share of connected objectives in words.</summary>
internal static class AlignmentText
{
    /// <summary>The level in a word.</summary>
    public static string Word(AlignmentLevel level) => level switch
    {
        AlignmentLevel.Healthy => "Healthy",
        AlignmentLevel.Watch => "Watch",
        _ => "Low",
    };

    /// <summary>The share as a percentage.</summary>
    public static string Percent(decimal share) => ProgressText.Percent(new Progress(share));

    /// <summary>The rule and the numbers behind the share.</summary>
    public static string Explain(Alignment alignment) =>
        $"{alignment.Said} of {Objectives(alignment.Total, "active objective")} below the company {(alignment.Said == 1 ? "serves" : "serve")} another or {(alignment.Said == 1 ? "says" : "say")} why not; "
        + $"drafts are not counted, teams that you cannot see are. From {Percent(Alignment.Healthy)} on it is healthy, from {Percent(Alignment.Watch)} on to be watched, below it is low.";

    /// <summary>"1 objective", "3 objectives".</summary>
    public static string Objectives(int count, string word = "objective") => $"{count} {word}{(count == 1 ? "" : "s")}";
}
