using Addon.Core.Common;

namespace Addon.Web.Data;

/// <summary>Counts the numbers of keys per tenant: never given twice, gaps are possible.</summary>
internal sealed class NumberSequence(DbSession session, IUnitOfWork work)
{
    /// <summary>The counter of <c>O-n</c>.</summary>
    public const string Objective = "objective";

    /// <summary>The counter of <c>KR-n</c>.</summary>
    public const string KeyResult = "key_result";

    /// <summary>The next number.</summary>
    public Task<int> NextAsync(TenantId tenant, string name, CancellationToken ct) => TakeAsync(tenant, name, 1, ct);

    /// <summary>Takes <paramref name="count"/> numbers at once.</summary>
    /// <returns>The first of them.</returns>
    public Task<int> TakeAsync(TenantId tenant, string name, int count, CancellationToken ct) => work.RunAsync(
        async ct =>
        {
            var last = await session.WriteAndReadAsync<int>(NumberSequenceSql.Take, new { tenant = tenant.Value, name, count }, ct);
            if (last.Count == 1)
            {
                return last[0] - count + 1;
            }

            // Of two that both come first, the second is refused here and runs again.
            await session.ExecuteAsync(NumberSequenceSql.First, new { tenant = tenant.Value, name, count }, ct);
            return 1;
        },
        ct);
}
