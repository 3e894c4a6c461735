using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Addon.Web.Http.OpenApi;

/// <summary>Gives an operation a summary where its endpoint says none: its name, read as words.</summary>
internal sealed class OperationWords : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(operation.Summary) && operation.OperationId is { } name)
        {
            operation.Summary = Read(name);
        }

        return Task.CompletedTask;
    }

    /// <summary>"AddKeyResult" as "Add key result".</summary>
    private static string Read(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
            else
            {
                words.Append(letter);
            }
        }

        return words.ToString();
    }
}
