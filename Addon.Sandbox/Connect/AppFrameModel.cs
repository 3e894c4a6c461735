using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Connect;

/// <summary>An iframe of the add-on on a page of the site.</summary>
/// <param name="Module">The module that it shows.</param>
/// <param name="Url">Its signed URL.</param>
/// <param name="Channel">The name of its bridge.</param>
/// <param name="Origin">The only origin that its messages may come from.</param>
/// <param name="Issue">The issue that the page shows, or null.</param>
/// <param name="Project">The project that the page shows, or null on a page of the site.</param>
public sealed record AppFrameModel(AppModule Module, string Url, string Channel, string Origin, JiraIssue? Issue, JiraProject? Project);
