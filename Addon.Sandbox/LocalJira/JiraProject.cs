namespace Addon.Sandbox.LocalJira;

/// <summary>A project of the local site.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Key">The prefix of its issue keys.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsPublic">Whether people without an account may browse it.</param>
public sealed record JiraProject(long Id, string Key, string Name, bool IsPublic)
{
    /// <summary>Open to anonymous readers, as public issue trackers are.</summary>
    public static readonly JiraProject Payments = new(10000, "PAY", "Payments", IsPublic: true);

    /// <summary>For people with an account.</summary>
    public static readonly JiraProject Core = new(10001, "CORE", "Core platform", IsPublic: false);

    /// <summary>For people with an account; it belongs to no team yet.</summary>
    public static readonly JiraProject Mobile = new(10002, "MOB", "Mobile app", IsPublic: false);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<JiraProject> All = [Payments, Core, Mobile];

    /// <summary>The project of an id or a key, or null.</summary>
    public static JiraProject? Find(string idOrKey) =>
        All.FirstOrDefault(p => string.Equals(p.Key, idOrKey, StringComparison.OrdinalIgnoreCase) || string.Equals(Number.Text(p.Id), idOrKey, StringComparison.Ordinal));

    /// <summary>The project of an id.</summary>
    public static JiraProject Of(long id) => All.Single(p => p.Id == id);
}
