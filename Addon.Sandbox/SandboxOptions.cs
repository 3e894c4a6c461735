namespace Addon.Sandbox;

/// <summary>How to start the sandbox.</summary>
public sealed record SandboxOptions
{
    /// <summary>The local Jira's port; 0 for any free one.</summary>
    public int JiraPort { get; init; }

    /// <summary>Whether it has to be that port; else another is used when it is taken.</summary>
    public bool IsJiraPortGiven { get; init; }

    /// <summary>The add-on's port; 0 for any free one.</summary>
    public int AddonPort { get; init; }

    /// <summary>Whether it has to be that port; else another is used when it is taken.</summary>
    public bool IsAddonPortGiven { get; init; }

    /// <summary>Where the add-on's database and the site's data lie.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Whether to forget what is there.</summary>
    public bool Fresh { get; init; }

    /// <summary>Hears what the person who starts it should know.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>Whether a new site gets its issues told and its objectives written; a test that brings its own says no.</summary>
    public bool SeedOkrs { get; init; } = true;

    /// <summary>How long to wait before a failed webhook is tried for the second time; doubles after that.</summary>
    public TimeSpan FirstWebhookRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>More configuration of the add-on, as <c>Section:Name=value</c>.</summary>
    public IReadOnlyList<string> AddonSettings { get; init; } = [];

    /// <summary>Changes to the add-on's services, for tests.</summary>
    public Action<WebApplicationBuilder>? ConfigureAddon { get; init; }
}
