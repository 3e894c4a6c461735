namespace Addon.Sandbox.LocalJira;

/// <summary>The local site refuses a change; the message is for the person who asked.</summary>
public sealed class SiteRuleException(string message) : Exception(message);
