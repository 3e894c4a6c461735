namespace Addon.Web.Http;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The part, at most <see cref="Page.MaxLimit"/>.</param>
/// <param name="Next">What to send as <c>after</c> for the next part, or null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

#pragma warning disable MA0048 // The limits of the type above.
/// <summary>How much of a list one answer holds.</summary>
internal static class Page
{
    /// <summary>Without a limit in the question.</summary>
    public const int DefaultLimit = 50;

    /// <summary>At most.</summary>
    public const int MaxLimit = 100;

    /// <summary>What was asked for, held between 1 and <see cref="MaxLimit"/>.</summary>
    public static int LimitOf(int? limit) => Math.Clamp(limit ?? DefaultLimit, 1, MaxLimit);
}
