using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Addon.Benchmarks;

/// <summary>What the framework does by itself: (a) read the body and answer, (b) check the token's HMAC on top. The yardstick of every ratio.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string url, string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapPost("/bare", async (HttpContext context) => await DrainAsync(context));
        app.MapPost("/hmac", async (HttpContext context) =>
        {
            await DrainAsync(context);
            context.Response.StatusCode = IsSigned(context.Request.Headers.Authorization.ToString().AsSpan(4), key) ? 200 : 401;
        });
        app.MapGet("/hmac", (string jwt) => IsSigned(jwt, key) ? Results.Text("<p>ok</p>", "text/html") : Results.Unauthorized());
        await app.RunAsync();
        return 0;
    }

    private static async Task DrainAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static bool IsSigned(ReadOnlySpan<char> token, byte[] key)
    {
        var dot = token.LastIndexOf('.');
        if (dot < 0)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(token[..dot].ToString()), hash);
        return CryptographicOperations.FixedTimeEquals(hash, Base64Url.DecodeFromChars(token[(dot + 1)..]));
    }
}
