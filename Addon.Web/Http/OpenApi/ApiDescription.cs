namespace Addon.Web.Http.OpenApi;

/// <summary>Describes the API by OpenAPI. What an endpoint says of itself by its name, tag and types is enough; <c>WithSummary</c> and <c>WithDescription</c> say more.</summary>
internal static class ApiDescription
{
    /// <summary>Where the description is read.</summary>
    public const string Address = "/api/v1/openapi.json";

    /// <summary>The document's name, and the beginning of the paths in it.</summary>
    public const string Name = "v1";

    private const string Root = "api/v1/";

    private const string CacheControl = "public, max-age=600";

    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        return services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(Root, StringComparison.Ordinal) == true;
            options.AddOperationTransformer<OperationWords>();
            options.AddOperationTransformer<OperationRules>();
            options.AddDocumentTransformer<DocumentFrame>();
        });
    }

    /// <summary>Maps the document: open to anybody, since it is the same for everybody and holds nobody's data.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Address, GetAsync).AllowAnonymous().ExcludeFromDescription().WithName("ApiDescription");

    private static async Task<IResult> GetAsync(ApiDocument document, HttpResponse response, CancellationToken ct)
    {
        var (bytes, tag) = await document.GetAsync(ct);
        response.Headers.CacheControl = CacheControl;
        return TypedResults.Bytes(bytes, "application/json", entityTag: tag);
    }
}
