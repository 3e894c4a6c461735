using System.Diagnostics;

namespace Addon.Core.Installations;

/// <summary>A shared secret in memory. Never printed: every textual form is redacted.</summary>
[DebuggerDisplay("[secret]")]
public sealed class Secret(string value) : IEquatable<Secret>
{
    /// <summary>The secret itself; only signing, verifying and encrypting may ask for it.</summary>
    public string Reveal() => value;

    /// <inheritdoc/>
    public bool Equals(Secret? other) => other is not null && string.Equals(value, other.Reveal(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => "[secret]";
}
