namespace Addon.Sandbox.Jql;

/// <summary>The query cannot be understood; the message is what Jira would put in <c>errorMessages</c>.</summary>
internal sealed class JqlException(string message) : Exception(message);
