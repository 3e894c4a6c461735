namespace Addon.Web.Tests.Roles;

/// <summary>Whose objective, key result or scope an operation is about.</summary>
public enum Subject
{
    /// <summary>Nobody's: a project, an issue or the whole site.</summary>
    Site,

    /// <summary>A team's, which is below the company and owns one project.</summary>
    Team,

    /// <summary>A department's.</summary>
    Department,

    /// <summary>The company's.</summary>
    Company,
}
