namespace Addon.Sandbox.Connect;

/// <summary>Where the add-on's descriptor is: the one address of it that the site is told.</summary>
/// <param name="Url">The URL.</param>
internal sealed record DescriptorAddress(Uri Url);
