using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Addon.Web.Http;

/// <summary>The version that a person saw when they edited, from <c>If-Match</c>: without it an edit could silently undo somebody else's.</summary>
/// <param name="Seen">The version, or null when none was sent or it is none of ours.</param>
internal readonly record struct EditedVersion(int? Seen)
{
    /// <summary>The answer to an edit that does not say which version it edits (RFC 6585, 3), or null.</summary>
    public ProblemHttpResult? Missing => Seen is null
        ? Problems.Result(StatusCodes.Status428PreconditionRequired, "request.if_match_missing", "Say which version you edit: send its ETag as If-Match.")
        : null;

    /// <summary>The version, once <see cref="Missing"/> is null.</summary>
    public int Value => Seen ?? throw new InvalidOperationException("The endpoint did not look whether the version is missing.");

    /// <summary>The entity tag of a version.</summary>
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Reads the header.</summary>
    public static ValueTask<EditedVersion> BindAsync(HttpContext context, ParameterInfo _)
    {
        var seen = EntityTagHeaderValue.TryParse(context.Request.Headers.IfMatch.ToString(), out var tag)
            && !tag.IsWeak
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : (int?)null;
        return ValueTask.FromResult(new EditedVersion(seen));
    }
}
