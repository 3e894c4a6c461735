using Addon.Core.Requests;

namespace Addon.Web.Data.Requests;

/// <summary>The memory of requests as a table. <see cref="UnitOfWork"/> writes the mark first, so that mark and effect are one transaction.</summary>
internal sealed class RequestMemory(DbSession session, TimeProvider clock) : IRequestMemory
{
    private RequestMark? armed;

    public bool IsMarked { get; private set; }

    public async Task<RememberedRequest?> FindAsync(RequestMark mark, CancellationToken ct) =>
        (await session.FindAsync<RequestMemoryRow>(RequestMemorySql.Find, Of(mark), ct))?.ToRequest();

    public void Arm(RequestMark mark) => armed = mark;

    public async Task KeepAsync(RequestMark mark, RememberedAnswer answer, CancellationToken ct)
    {
        if (!IsMarked)
        {
            await MarkAsync(mark, ct);
        }

        await session.ExecuteAsync(
            RequestMemorySql.Keep,
            new
            {
                tenant = mark.Tenant.Value,
                account = mark.Account.Value,
                key = mark.Key,
                fingerprint = mark.Fingerprint,
                status = answer.Status,
                location = answer.Location,
                entityTag = answer.EntityTag,
                contentType = answer.ContentType,
                body = answer.Body,
                bodyLeftOut = answer.BodyLeftOut ? 1 : 0,
            },
            ct);
    }

    public Task ForgetAsync(RequestMark mark, CancellationToken ct) => session.ExecuteAsync(RequestMemorySql.Forget, Of(mark), ct);

    public Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct) => session.ExecuteAsync(RequestMemorySql.Purge, new { before, most }, ct);

    /// <summary>Writes the mark of this scope's request, if it has one that is not stored yet. Only <see cref="UnitOfWork"/> calls this, first of all in a transaction.</summary>
    /// <exception cref="RequestRepeatedException">Another request of the same key was faster.</exception>
    internal async Task<bool> WriteMarkAsync(CancellationToken ct)
    {
        if (armed is not { } mark || IsMarked)
        {
            return false;
        }

        return await MarkAsync(mark, ct) ? true : throw new RequestRepeatedException();
    }

    /// <summary>The transaction that the mark was written in is stored.</summary>
    internal void Marked() => IsMarked = true;

    private async Task<bool> MarkAsync(RequestMark mark, CancellationToken ct)
    {
        await session.ExecuteAsync(RequestMemorySql.ForgetOld, Of(mark), ct);
        return await session.ExecuteAsync(RequestMemorySql.Mark, Of(mark), ct) == 1;
    }

    private object Of(RequestMark mark) => new
    {
        tenant = mark.Tenant.Value,
        account = mark.Account.Value,
        key = mark.Key,
        fingerprint = mark.Fingerprint,
        now = clock.GetUtcNow(),
        since = clock.GetUtcNow() - RequestMark.Memory,
    };
}
