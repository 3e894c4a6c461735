using System.Buffers;
using System.Security.Cryptography;

namespace Addon.Web.Webhooks;

/// <summary>The body of a delivery: its first part is kept, all of it is hashed, and all of it is taken off the wire.</summary>
/// <remarks>A body that is too long is not refused: 413 is final for Jira, and the event would be lost.</remarks>
internal sealed class WebhookBody : IDisposable
{
    /// <summary>How much of a body is read as JSON.</summary>
    public const int Kept = 5 * 1024 * 1024;

    /// <summary>Jira sends no longer body (Connect: webhooks).</summary>
    public const int Longest = 25 * 1024 * 1024;

    private const int FirstBuffer = 32 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int length;

    private WebhookBody()
    {
    }

    /// <summary>What was kept.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    /// <summary>Whether that is everything.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The SHA-256 of everything, in lower-case hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Reads to the end.</summary>
    public static async Task<WebhookBody> ReadAsync(Stream stream, CancellationToken ct)
    {
        var body = new WebhookBody();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await body.KeepAsync(stream, hash, ct);
            await body.DrainAsync(stream, hash, ct);
            body.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Cleared, because bodies hold names and addresses of people and the pool hands the memory on.
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = [];
        length = 0;
    }

    private async Task KeepAsync(Stream stream, IncrementalHash hash, CancellationToken ct)
    {
        while (length < Kept)
        {
            if (length == buffer.Length)
            {
                Grow();
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length, Math.Min(buffer.Length, Kept) - length), ct);
            if (read == 0)
            {
                return;
            }

            hash.AppendData(buffer, length, read);
            length += read;
        }
    }

    private async Task DrainAsync(Stream stream, IncrementalHash hash, CancellationToken ct)
    {
        if (length < Kept)
        {
            return;
        }

        var scratch = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(scratch, ct)) > 0)
            {
                IsComplete = false;
                hash.AppendData(scratch, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch, clearArray: true);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = larger;
    }
}
