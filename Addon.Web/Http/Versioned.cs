using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Addon.Web.Http;

/// <summary>One thing with the entity tag of its version, which an edit sends back as <c>If-Match</c>.</summary>
/// <typeparam name="T">How the API gives it.</typeparam>
internal sealed class Versioned<T>(T value, int version, string? location = null) : IResult, IEndpointMetadataProvider
{
    /// <summary>The thing.</summary>
    public T Value => value;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = EditedVersion.Tag(version);
        return location is null
            ? TypedResults.Ok(value).ExecuteAsync(httpContext)
            : TypedResults.Created(location, value).ExecuteAsync(httpContext);
    }
}
