using System.Net;

namespace Addon.Web.Jira;

/// <summary>What came back from Jira.</summary>
/// <typeparam name="T">The body of a success.</typeparam>
/// <param name="Status">The status, or null when there was no answer.</param>
/// <param name="Value">The body, when the call succeeded and it could be read.</param>
internal readonly record struct JiraAnswer<T>(HttpStatusCode? Status, T? Value)
    where T : class;
