namespace Addon.Sandbox.LocalJira;

/// <summary>Everything that survives a restart of the sandbox.</summary>
public sealed class LocalSiteState
{
    /// <summary>The site's identity towards the add-on; the same over restarts, as a real site's is.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The secret that the last install brought. A development value on a loopback site.</summary>
    public required string SharedSecret { get; set; }

    /// <summary>Whether the add-on is installed.</summary>
    public bool IsInstalled { get; set; }

    /// <summary>Whether the objectives were written through the add-on's API.</summary>
    public bool AreOkrsSeeded { get; set; }

    public long LastIssueId { get; set; } = 10100;

    public long LastChangelogId { get; set; } = 20000;

    public Dictionary<long, int> LastNumbers { get; init; } = [];

    public List<JiraIssue> Issues { get; init; } = [];

    public List<JiraSprint> Sprints { get; init; } = [];
}
