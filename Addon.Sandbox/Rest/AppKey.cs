namespace Addon.Sandbox.Rest;

/// <summary>The key of the installed app, once its descriptor has been read.</summary>
internal sealed class AppKey
{
    /// <summary>The key; empty before the first install.</summary>
    public string Value { get; set; } = "";
}
