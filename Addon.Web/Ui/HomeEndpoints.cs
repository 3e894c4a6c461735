using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Ui;

/// <summary>What somebody gets who opens our address outside of Jira. Open to anybody, and therefore free of anybody's data.</summary>
internal static class HomeEndpoints
{
    // As strict as a page with a style sheet can be; there is no script, and no frame may hold it.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string CacheControl = "public, max-age=600";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Show).AllowAnonymous().WithName("Home").WithTags("Pages");
        // Browsers ask for it by themselves, for example beside the descriptor.
        routes.MapGet("/favicon.ico", Icon).AllowAnonymous().WithName("Icon").WithTags("Pages");
    }

    private static RazorComponentResult<HomePage> Show(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = CacheControl;
        return new RazorComponentResult<HomePage>();
    }

    private static PhysicalFileHttpResult Icon(PublicFiles files, HttpResponse response)
    {
        response.Headers.CacheControl = CacheControl;
        return TypedResults.PhysicalFile(files.Provider.GetFileInfo("img/straightline.svg").PhysicalPath!, "image/svg+xml");
    }
}
