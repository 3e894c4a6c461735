using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Jql;
using Addon.Sandbox.LocalJira;
using Microsoft.AspNetCore.Http.Features;

namespace Addon.Sandbox.Rest;

/// <summary><c>/rest/api/3/search/jql</c>: pages by token, no total, and nothing but ids unless fields are asked for.</summary>
internal static class SearchEndpoint
{
    private const int DefaultPage = 50;

    private const int LargestPage = 100;

    private const int LargestPageOfIds = 5000;

    public static IResult Get(HttpContext context, LocalSite site, IssueJson json, TimeProvider clock, string? jql, int? maxResults, string? nextPageToken) =>
        Run(context, site, json, clock, new Request(jql, maxResults, nextPageToken, [.. context.Request.Query["fields"]]));

    public static IResult Post(HttpContext context, LocalSite site, IssueJson json, TimeProvider clock, Request body) => Run(context, site, json, clock, body);

    private static IResult Run(HttpContext context, LocalSite site, IssueJson json, TimeProvider clock, Request asked)
    {
        JqlQuery query;
        try
        {
            query = JqlParser.Parse(asked.Jql ?? "", site, clock.GetUtcNow());
        }
        catch (JqlException mistake)
        {
            return RestAnswers.Error(StatusCodes.Status400BadRequest, mistake.Message);
        }

        if (query.Matches is null)
        {
            return RestAnswers.Error(StatusCodes.Status400BadRequest, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
        }

        if (ReadToken(asked.NextPageToken) is not { } skip)
        {
            return RestAnswers.Error(StatusCodes.Status400BadRequest, "The provided next page token is invalid or expired.");
        }

        var caller = context.Features.GetRequiredFeature<RestCaller>();
        var found = query.Run(site.List().Where(caller.Sees));
        var largest = asked.Fields is { Count: > 0 } ? LargestPage : LargestPageOfIds;
        var page = found.Skip(skip).Take(Math.Clamp(asked.MaxResults ?? DefaultPage, 1, largest)).ToList();
        var isLast = skip + page.Count >= found.Count;
        var selection = FieldSelection.Read(asked.Fields ?? [], "id");
        var answer = new JsonObject
        {
            ["issues"] = new JsonArray([.. page.Select(issue => selection.Apply(json.Issue(issue)))]),
            ["isLast"] = isLast,
        };
        if (!isLast)
        {
            answer["nextPageToken"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(Number.Text(skip + page.Count)));
        }

        return Results.Json(answer);
    }

    private static int? ReadToken(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[64];
        return Convert.TryFromBase64String(token, bytes, out var length) && int.TryParse(bytes[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? skip
            : null;
    }

    internal sealed record Request(string? Jql, int? MaxResults, string? NextPageToken, IReadOnlyList<string?>? Fields);
}
