using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Addon.Web.Http.OpenApi;

/// <summary>The description as it is sent: made once, since the endpoints do not change while the host runs.</summary>
internal sealed class ApiDocument(IServiceProvider services) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private (byte[] Bytes, EntityTagHeaderValue Tag)? made;

    /// <summary>The bytes and their tag.</summary>
    public async Task<(byte[] Bytes, EntityTagHeaderValue Tag)> GetAsync(CancellationToken ct)
    {
        if (made is { } known)
        {
            return known;
        }

        await gate.WaitAsync(ct);
        try
        {
            made ??= await MakeAsync(ct);
            return made.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<(byte[] Bytes, EntityTagHeaderValue Tag)> MakeAsync(CancellationToken ct)
    {
        // Its transformers are scoped services.
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.Name).GetOpenApiDocumentAsync(ct);
        var bytes = Encoding.UTF8.GetBytes((await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct)).ReplaceLineEndings("\n") + "\n");
        return (bytes, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }
}
