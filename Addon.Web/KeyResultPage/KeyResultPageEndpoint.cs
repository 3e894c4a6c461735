using Addon.Core.Common;
using Addon.Core.KeyResultPage;
using Addon.Web.Connect;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResultPage;

/// <summary>
/// A key result's own page. Its address names no project or issue that Jira has vouched for, so Jira is asked who may see it, unlike on the pages inside of one.
/// </summary>
internal static class KeyResultPageEndpoint
{
    public static void MapKeyResultSheetPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/connect/key-result", ShowAsync).WithName("ShowKeyResult").WithTags("Pages").RequireToken(ConnectTokenKind.Page);

    private static async Task<RazorComponentResult<KeyResultSheetPage>> ShowAsync(string? keyResultId, Caller caller, ReadKeyResultPage read, CancellationToken ct)
    {
        // Without the parameter Jira leaves the placeholder's place empty; a person followed a broken link then, which is no error of a program.
        var id = Guid.TryParse(keyResultId, out var known) ? new KeyResultId(known) : (KeyResultId?)null;
        if (caller.Account is not { } person)
        {
            return Page(caller, id, null, null);
        }

        if (id is not { } keyResult)
        {
            return Page(caller, null, null, ErrorKind.NotFound);
        }

        var found = await read.ReadAsync(caller.Tenant, person, keyResult, ct);
        return Page(caller, keyResult, found.Value, found.Error?.Kind);
    }

    private static RazorComponentResult<KeyResultSheetPage> Page(Caller caller, KeyResultId? id, KeyResultSheet? sheet, ErrorKind? refusal) => new(new
    {
        Id = id?.Value.ToString("D") ?? "",
        Sheet = sheet,
        Refusal = refusal,
        Person = caller.Account,
        Site = caller.DisplayUrl,
    })
    {
        StatusCode = refusal switch
        {
            null => StatusCodes.Status200OK,
            ErrorKind.NotFound => StatusCodes.Status404NotFound,
            ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status503ServiceUnavailable,
        },
    };
}
