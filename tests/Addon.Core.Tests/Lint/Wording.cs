using Addon.Core.Lint;

namespace Addon.Core.Tests.Lint;

/// <summary>The findings about wording, which never block.</summary>
internal static class Wording
{
    public static IEnumerable<string> IdsOf(LintResult result) => result.All.Select(f => f.Rule.Id).Where(id => id[0] is 'M' or 'O' or 'C' or 'H');
}
