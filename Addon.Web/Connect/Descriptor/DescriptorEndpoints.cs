using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Addon.Web.Connect.Descriptor;

internal static class DescriptorEndpoints
{
    // Minutes, so that a new release's descriptor is seen soon.
    private const string CacheControl = "public, max-age=300";

    public static void MapDescriptor(this IEndpointRouteBuilder routes) =>
        routes.MapGet(AddonDescriptor.Path, Get).AllowAnonymous().WithName("Descriptor");

    private static FileContentHttpResult Get(AddonDescriptor descriptor, HttpResponse response)
    {
        response.Headers.CacheControl = CacheControl;
        return TypedResults.Bytes(descriptor.Bytes, "application/json", entityTag: new EntityTagHeaderValue(descriptor.Tag));
    }
}
