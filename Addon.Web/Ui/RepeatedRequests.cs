using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Addon.Core.Requests;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.Ui;

/// <summary>
/// Answers a POST that carries an <c>Idempotency-Key</c> and was done before as it was answered then, and does nothing twice (<c>docs/api.md</c>). Stands after the rate
/// limit: whoever repeats, calls.
/// </summary>
/// <remarks>
/// The mark is stored in the transaction of the effect, the answer after it. Between the two a process can die; then nobody knows any more what the answer was, and
/// saying so is all that is honest. Refusals are not remembered: nothing was done, and the same key may succeed once the reason is gone.
/// </remarks>
internal sealed class RepeatedRequests(RequestDelegate next, RequestsUnderWay underWay, TimeProvider clock)
{
    private const string Header = "Idempotency-Key";
    private const string ReplayedHeader = "Idempotency-Replayed";
    private const int LongestKey = 200;
    private const int LargestAnswer = 64 * 1024;

    /// <summary>So long a mark without an answer may belong to a request that is still being answered by another process.</summary>
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(60);

    private static ProblemHttpResult InvalidKey =>
        Problems.Result(StatusCodes.Status400BadRequest, "idempotency.key_invalid", $"An idempotency key is 1 to {LongestKey} visible ASCII characters.");

    private static ProblemHttpResult Reused => Problems.Result(
        StatusCodes.Status422UnprocessableEntity, "idempotency.key_reused", "This idempotency key was sent with another request before. Use a new key for a new request.");

    private static ProblemHttpResult InProgress => Problems.Result(
        StatusCodes.Status409Conflict, "idempotency.in_progress", "A request with this key is being answered right now. Send it again in a moment to get its answer.");

    private static ProblemHttpResult Unknown => Problems.Result(
        StatusCodes.Status409Conflict,
        "idempotency.outcome_unknown",
        "A request with this key was stored, but its answer was lost. Look at what is there now before you send it under a new key.");

    private static ProblemHttpResult TooLarge => Problems.Result(
        StatusCodes.Status409Conflict, "idempotency.answer_not_kept", "A request with this key was done; its answer was too large to keep. Read what it made instead.");

    public async Task InvokeAsync(HttpContext context)
    {
        if (KeyOf(context) is not { } key || context.Features.Get<Caller>() is not { Account: { } account } caller)
        {
            await next(context);
            return;
        }

        if (key.Length is 0 or > LongestKey || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            await InvalidKey.ExecuteAsync(context);
            return;
        }

        var mark = new RequestMark(caller.Tenant, account, key, await FingerprintAsync(context.Request, context.RequestAborted));
        using var turn = await underWay.EnterAsync(caller.Tenant, account, key, context.RequestAborted);
        var memory = context.RequestServices.GetRequiredService<IRequestMemory>();
        if (await memory.FindAsync(mark, context.RequestAborted) is { } known)
        {
            await RepeatAsync(context, mark, known);
            return;
        }

        await RunAsync(context, mark, memory);
    }

    private static string? KeyOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.Path.StartsWithSegments(PageApi.Root, StringComparison.Ordinal)
        && context.Request.Headers.TryGetValue(Header, out var key)
            ? key.ToString()
            : null;

    /// <summary>What is asked. The body is read once here and rewound for the endpoint; a large one waits in a temporary file.</summary>
    private static async Task<string> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType}\n"));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
            {
                hash.AppendData(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Task RepeatAsync(HttpContext context, RequestMark mark, RememberedRequest known)
    {
        if (!string.Equals(known.Fingerprint, mark.Fingerprint, StringComparison.Ordinal))
        {
            return Reused.ExecuteAsync(context);
        }

        switch (known.Answer)
        {
            case { BodyLeftOut: false } answer:
                return ReplayAsync(context.Response, answer);
            case { }:
                return TooLarge.ExecuteAsync(context);
            case null when clock.GetUtcNow() - known.At < Answering:
                context.Response.Headers.RetryAfter = "1";
                return InProgress.ExecuteAsync(context);
            default:
                return Unknown.ExecuteAsync(context);
        }
    }

    private static async Task ReplayAsync(HttpResponse response, RememberedAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.Headers[ReplayedHeader] = "true";
        response.Headers.Location = answer.Location;
        response.Headers.ETag = answer.EntityTag;
        if (answer.Body is { } body)
        {
            response.ContentType = answer.ContentType;
            await response.WriteAsync(body);
        }
    }

    private async Task RunAsync(HttpContext context, RequestMark mark, IRequestMemory memory)
    {
        memory.Arm(mark);
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var copy = new MemoryStream();
        var held = new StreamResponseBodyFeature(copy, sent);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        catch (RequestRepeatedException)
        {
            context.Features.Set(sent);
            await RepeatAsync(context, mark, await memory.FindAsync(mark, context.RequestAborted) ?? new RememberedRequest(mark.Fingerprint, clock.GetUtcNow(), null));
            return;
        }
        finally
        {
            context.Features.Set(sent);
        }

        await KeepAsync(context.Response, mark, memory, copy);
        await sent.Stream.WriteAsync(copy.GetBuffer().AsMemory(0, (int)copy.Length), context.RequestAborted);
    }

    /// <summary>What was done is kept whether or not the caller still listens.</summary>
    private static async Task KeepAsync(HttpResponse response, RequestMark mark, IRequestMemory memory, MemoryStream body)
    {
        if (response.StatusCode < StatusCodes.Status300MultipleChoices)
        {
            var fits = body.Length <= LargestAnswer;
            var text = fits && body.Length > 0 ? Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length) : null;
            await memory.KeepAsync(
                mark,
                new(response.StatusCode, TextOf(response.Headers.Location.ToString()), TextOf(response.Headers.ETag.ToString()), response.ContentType, text, !fits),
                CancellationToken.None);
        }
        else if (memory.IsMarked && response.StatusCode < StatusCodes.Status500InternalServerError)
        {
            await memory.ForgetAsync(mark, CancellationToken.None);
        }
    }

    private static string? TextOf(string header) => header.Length == 0 ? null : header;
}
