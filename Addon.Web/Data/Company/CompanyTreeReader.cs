using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Objectives;

namespace Addon.Web.Data.Company;

/// <summary>Reads the company tree with one command.</summary>
internal sealed class CompanyTreeReader(DbSession session) : ICompanyTreeReader
{
    public Task<CompanyOkrs> ReadAsync(TenantId tenant, CycleId? cycle, CancellationToken ct) => session.QueryMultipleAsync(
        CompanySql.Read,
        new { tenant = tenant.Value, cycle = cycle?.Value },
        async grid =>
        {
            var scopes = CompanyScopeRow.ToScopes(await grid.ReadAsync<CompanyScopeRow>());
            var objectives = (await grid.ReadAsync<CompanyObjectiveRow>()).ToList();
            var keyResults = await grid.ReadAsync<CompanyKeyResultRow>();
            return new CompanyOkrs(
                scopes,
                [.. objectives.DistinctBy(r => r.CycleId).Select(r => r.ToCycle())],
                [.. objectives.Select(r => r.ToObjective()).OfType<Objective>()],
                [.. keyResults.Select(r => r.ToKeyResult())]);
        },
        ct);
}
