using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.FileProviders;

namespace Addon.Web.Connect.Descriptor;

/// <summary>Compares the descriptor with the endpoints that there are, before the host starts.</summary>
/// <remarks>A token kind guessed from the URL at run time is how peers let a script's token into a lifecycle route; here the two lists have to agree.</remarks>
internal static class DescriptorCheck
{
    /// <summary>The first disagreement as one sentence that names the URL, or null.</summary>
    public static string? FirstFault(IReadOnlyList<DescriptorLink> links, IReadOnlyList<Endpoint> endpoints, IFileProvider files)
    {
        var mapped = endpoints.OfType<RouteEndpoint>().ToList();
        return links.Select(link => FaultOf(link, mapped, files)).FirstOrDefault(fault => fault is not null)
            ?? mapped.Select(endpoint => FaultOf(endpoint, links)).FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOf(DescriptorLink link, List<RouteEndpoint> endpoints, IFileProvider files)
    {
        var name = $"{AddonDescriptor.FileName}: {link.Place} \"{link.Url}\"";
        if (link.Target == DescriptorTarget.Image)
        {
            return files.GetFileInfo(link.Path) is { Exists: true, IsDirectory: false } ? null : $"{name} is no file of wwwroot.";
        }

        if (link.Target != DescriptorTarget.Page && link.Url.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return $"{name} must not have placeholders: the body says the same, and the signed URL stays stable.";
        }

        var (kind, method) = Demanded(link.Target);
        var found = endpoints.FindAll(endpoint => Takes(endpoint, method) && Matches(endpoint, link.Path));
        return found switch
        {
            [] => $"{name} is answered by no {method} endpoint.",
            [var only] when KindOf(only) == kind => null,
            [var only] => $"{name} needs an endpoint for {kind} tokens, but {only.DisplayName} takes {KindOf(only)?.ToString() ?? "no"} tokens.",
            _ => $"{name} is answered by {found.Count} endpoints.",
        };
    }

    private static string? FaultOf(RouteEndpoint endpoint, IReadOnlyList<DescriptorLink> links)
    {
        if (KindOf(endpoint) is not { } kind || kind == ConnectTokenKind.Session)
        {
            return null;
        }

        return links.Any(link => link.Target != DescriptorTarget.Image && Demanded(link.Target).Kind == kind && Matches(endpoint, link.Path))
            ? null
            : $"{AddonDescriptor.FileName}: no URL names \"/{endpoint.RoutePattern.RawText?.TrimStart('/')}\", whose endpoint takes {kind} tokens.";
    }

    private static (ConnectTokenKind Kind, string Method) Demanded(DescriptorTarget target) => target switch
    {
        DescriptorTarget.Lifecycle => (ConnectTokenKind.Lifecycle, HttpMethods.Post),
        DescriptorTarget.ServerCall => (ConnectTokenKind.Webhook, HttpMethods.Post),
        _ => (ConnectTokenKind.Page, HttpMethods.Get),
    };

    private static ConnectTokenKind? KindOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<TokenKindMetadata>()?.Kind;

    private static bool Takes(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase);

    private static bool Matches(RouteEndpoint endpoint, string path)
    {
        var template = TemplateParser.Parse(endpoint.RoutePattern.RawText ?? "");
        return new TemplateMatcher(template, []).TryMatch(path, []);
    }
}
