using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Addon.Web.Http.OpenApi;

/// <summary>What holds for every operation of a kind: which headers it takes and which refusals it knows, by its method, its address and its parameters.</summary>
internal sealed class OperationRules : IOpenApiOperationTransformer
{
    /// <summary>What a refusal is.</summary>
    public const string ProblemType = "application/problem+json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var method = metadata.OfType<MethodInfo>().LastOrDefault();
        operation.Responses ??= [];
        operation.Parameters ??= [];
        DescribeBodies(operation, metadata, method);
        DescribePaging(operation);
        var verb = context.Description.HttpMethod ?? "";
        var edits = method?.GetParameters().Any(p => p.ParameterType == typeof(EditedVersion)) == true;
        if (edits)
        {
            operation.Parameters.Add(Header("If-Match", "The version that is edited: its ETag.", required: true));
        }

        if (HttpMethods.IsPost(verb))
        {
            operation.Parameters.Add(Header("Idempotency-Key", "1 to 200 visible ASCII characters. Within 24 hours the same request with the same key is answered as before and does nothing twice."));
        }

        foreach (var (status, description) in RefusalsOf(operation, context.Description.RelativePath ?? "", HttpMethods.IsPost(verb), edits))
        {
            Add(operation.Responses, status, description);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(int Status, string Description)> RefusalsOf(OpenApiOperation operation, string path, bool posts, bool edits)
    {
        var takesBody = operation.RequestBody is not null;
        if (takesBody || operation.Parameters is { Count: > 0 })
        {
            yield return (400, "What was sent breaks a rule (`errors` says which), or it cannot be read: `request.malformed`.");
        }

        yield return (401, "The token is missing, wrong or has run out.");
        yield return (403, "Nobody is logged in (`person.missing`), or this person may not do this.");
        if (path.Contains('{', StringComparison.Ordinal))
        {
            yield return (404, "There is no such thing on this site.");
        }

        if (edits || posts)
        {
            yield return (409, "The thing has changed meanwhile (`current` shows it), its state does not allow this, or `idempotency.in_progress`, `idempotency.outcome_unknown`.");
        }

        if (takesBody)
        {
            yield return (413, "The body is too large: `request.too_large`.");
            yield return (415, "The body is of another type: `request.not_json`.");
        }

        if (posts)
        {
            yield return (422, "The idempotency key was sent with another request before: `idempotency.key_reused`.");
        }

        if (edits)
        {
            yield return (428, "The request does not say which version it edits: `request.if_match_missing`.");
        }

        yield return (429, "Too many calls: `request.too_many`; `Retry-After` says when.");
        yield return (503, "Jira or the storage does not answer: `jira.unavailable`, `storage.unavailable`. The same request may work later.");
    }

    private static void DescribeBodies(OpenApiOperation operation, IList<object> metadata, MethodInfo? method)
    {
        if (metadata.OfType<ApiBody>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = ContentOf(body.MediaTypes) };
        }

        if (metadata.OfType<ApiAnswer>().LastOrDefault() is { } answer)
        {
            operation.Responses!["200"] = new OpenApiResponse { Description = "OK", Content = ContentOf(answer.MediaTypes) };
        }
        else if (IsFragment(method))
        {
            operation.Responses!["200"] = new OpenApiResponse { Description = "An HTML fragment.", Content = ContentOf(["text/html"]) };
        }

        foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>().Where(r => string.IsNullOrEmpty(r.Description)))
        {
            response.Description = "OK";
        }
    }

    private static bool IsFragment(MethodInfo? method) =>
        method?.ReturnType.ToString().Contains(nameof(RazorComponentResult), StringComparison.Ordinal) == true;

    private static Dictionary<string, OpenApiMediaType> ContentOf(IEnumerable<string> types) =>
        types.ToDictionary(t => t, static t => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }, StringComparer.Ordinal);

    private static void DescribePaging(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters!.OfType<OpenApiParameter>())
        {
            parameter.Description ??= parameter switch
            {
                { In: ParameterLocation.Query, Name: "after" } => "Where the page begins: the `next` of the page before.",
                { In: ParameterLocation.Query, Name: "limit" } => $"How many at most; {Page.DefaultLimit} without it, never more than {Page.MaxLimit}.",
                _ => null,
            };
        }
    }

    private static OpenApiParameter Header(string name, string description, bool required = false) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void Add(OpenApiResponses responses, int status, string description) => responses.TryAdd(
        status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        new OpenApiResponse { Description = description, Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemType] = new OpenApiMediaType() } });
}
