namespace Addon.Sandbox;

/// <summary>The sandbox does not start, and the person who started it can mend that; the message is theirs, one line.</summary>
public sealed class SandboxStartException(string message) : Exception(message);
