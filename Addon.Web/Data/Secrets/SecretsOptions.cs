#pragma warning disable MA0048 // One section.
namespace Addon.Web.Data.Secrets;

/// <summary>The keys that encrypt shared secrets at rest.</summary>
internal sealed class SecretsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Secrets";

    /// <summary>The first encrypts, all decrypt: put a new key first and leave the old one until every secret has been written again.</summary>
    public IList<SecretKeyOptions> Keys { get; } = [];
}

/// <summary>One key.</summary>
internal sealed class SecretKeyOptions
{
    /// <summary>Its name, stored beside what it encrypts.</summary>
    public string Id { get; set; } = "";

    /// <summary>32 random bytes.</summary>
    public string Base64 { get; set; } = "";
}
