using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Addon.Web.Http.OpenApi;

/// <summary>What the description says of the API as a whole: its title, where it is, how one proves who one is, and what a refusal looks like.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    /// <summary>The security scheme's name.</summary>
    public const string Session = "session";

    /// <summary>The schema of a refusal.</summary>
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Straightline",
            Version = ApiDescription.Name,
            Description = "Objectives and key results where the work is. Refusals are problem details (RFC 9457) whose type is urn:straightline:problem:<code>.",
        };

        // Relative to this document, so that a base path in front of the host may be anything.
        document.Servers = [new OpenApiServer { Url = "../../" }];
        document.AddComponent(Session, (IOpenApiSecurityScheme)new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "Authorization",
            Description = "\"JWT <token>\" with a context token that Jira gives to a page of the app. It names the site and the person; nothing else does.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, document)] = [] }];
        document.AddComponent(Problem, (IOpenApiSchema)ProblemSchema());
        foreach (var reference in document.Paths.Values.SelectMany(p => p.Operations ?? []).SelectMany(o => o.Value.Responses ?? []))
        {
            if (reference.Value is OpenApiResponse response && response.Content?.TryGetValue(OperationRules.ProblemType, out var content) == true)
            {
                content.Schema = new OpenApiSchemaReference(Problem, document);
            }
        }

        Sort(document);
        return Task.CompletedTask;
    }

    /// <summary>The order must not depend on the order in which modules are added.</summary>
    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (address, path) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (path is OpenApiPathItem { Operations: { } operations } item)
            {
                item.Operations = operations.OrderBy(o => o.Key.Method, StringComparer.Ordinal).ToDictionary(o => o.Key, o => o.Value);
            }

            paths[address] = path;
        }

        document.Paths = paths;
        document.Tags = document.Tags is null ? null : new SortedSet<OpenApiTag>(document.Tags, Comparer<OpenApiTag>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)));
        if (document.Components?.Schemas is { } schemas)
        {
            document.Components.Schemas = schemas.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        }
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A refusal.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("urn:straightline:problem:<code>; the code is stable."),
            ["title"] = Text("One sentence for a person."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "What is wrong with which field, all of it at once.",
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["field"] = Text("The field, in camel case."),
                        ["code"] = Text("Stable code."),
                        ["message"] = Text("What is wrong and what would be right."),
                    },
                },
            },
            ["current"] = new OpenApiSchema { Description = "With 409: how the thing is now." },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
