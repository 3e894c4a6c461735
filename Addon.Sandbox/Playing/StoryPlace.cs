namespace Addon.Sandbox.Playing;

/// <summary>The scopes of the story.</summary>
internal enum StoryPlace
{
    /// <summary>The whole company.</summary>
    Company,

    /// <summary>The department that both teams belong to.</summary>
    Engineering,

    /// <summary>The team of the payments project.</summary>
    Payments,

    /// <summary>The team of the platform project.</summary>
    Core,
}
