using System.Globalization;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>Pages a list that only grows at its end: the cursor is how many came before.</summary>
internal static class SeriesPage
{
    /// <summary>The part that was asked for.</summary>
    public static Results<Ok<Page<TOut>>, ProblemHttpResult> Of<TIn, TOut>(IReadOnlyList<TIn> all, Func<TIn, TOut> write, string? after, int? limit)
    {
        var start = 0;
        if (after is not null && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            return Problems.Result(StatusCodes.Status400BadRequest, "page.after_unknown", "Send as after what the part before gave as next.");
        }

        var end = (int)Math.Min((long)start + Page.LimitOf(limit), all.Count);
        return TypedResults.Ok(new Page<TOut>([.. all.Skip(start).Take(end - start).Select(write)], end < all.Count ? end.ToString(CultureInfo.InvariantCulture) : null));
    }
}
