namespace Addon.Web.Jira;

/// <summary>How patient calls to Jira are.</summary>
internal sealed class JiraOptions
{
    public const string Section = "Jira";

    /// <summary>How long one attempt may take.</summary>
    public double AttemptSeconds { get; init; } = 4;

    /// <summary>How long a call may take with all its attempts and waits. A person is waiting for most of them.</summary>
    public double DeadlineSeconds { get; init; } = 8;
}
