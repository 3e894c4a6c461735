using Addon.Core.Lint;
using Addon.Core.Numbers;

namespace Addon.Core.KeyResults;

/// <summary>Everything about one key result but its history.</summary>
/// <param name="Place">The key result and what stands around it.</param>
/// <param name="Numbers">What is computed of it, now.</param>
/// <param name="Lint">What the writing help says of it.</param>
/// <param name="CoAuthors">Who it was written with.</param>
public sealed record KeyResultDetails(KeyResultPlace Place, KeyResultNumbers Numbers, LintResult Lint, IReadOnlyList<CoAuthor> CoAuthors);
