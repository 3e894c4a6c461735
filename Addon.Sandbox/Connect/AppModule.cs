namespace Addon.Sandbox.Connect;

/// <summary>A module that shows a page of the add-on.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="IconUrl">Its icon, absolute, or null.</param>
/// <param name="Url">Its URL with placeholders, as the descriptor says it.</param>
/// <param name="IsListed">Whether the navigation shows a link to it; a page with the location "none" is reached by links only.</param>
public sealed record AppModule(string Key, string Name, string? IconUrl, string Url, bool IsListed);
