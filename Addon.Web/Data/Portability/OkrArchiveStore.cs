using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Portability;
using Addon.Core.Scopes;
using Addon.Web.Data.Cycles;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Scopes;
using Dapper;

namespace Addon.Web.Data.Portability;

/// <summary>The OKRs of a site as a whole: read in one round trip, new rows written in chunks.</summary>
internal sealed class OkrArchiveStore(
    DbSession session,
    NumberSequence numbers,
    IScopeStore scopes,
    ICycleStore cycles,
    IObjectiveStore objectives,
    IKeyResultStore keyResults,
    IAuditTrail audit,
    TimeProvider clock) : IOkrArchive
{
    /// <summary>A chunk of key results is some 200 KB of JSON: large enough to be quick, small enough that progress is seen.</summary>
    private const int Chunk = 250;

    public Task<OkrArchive> ReadAsync(TenantId tenant, CancellationToken ct) =>
        session.QueryMultipleAsync(ArchiveSql.Read, new { tenant = tenant.Value }, ReadAsync, ct);

    public async Task<ImportedKeys> WriteAsync(TenantId tenant, ImportPlan plan, AccountId actor, Action<int> progress, CancellationToken ct)
    {
        await WriteScopesAsync(tenant, plan, actor, ct);
        var keys = await AssignAsync(tenant, plan, ct);
        var stamp = new Stamp(tenant, actor, clock.GetUtcNow());
        var written = await AddAsync(stamp, plan, keys, progress, ct);
        foreach (var objective in plan.ChangedObjectives)
        {
            Demand(await objectives.UpdateAsync(tenant, objective, actor, ct));
        }

        foreach (var changed in plan.ChangedKeyResults)
        {
            await ChangeAsync(tenant, changed, actor, ct);
            progress(++written);
        }

        foreach (var entries in plan.Audit.Chunk(Chunk))
        {
            await audit.AppendAsync(tenant, entries, ct);
        }

        return keys;
    }

    private static async Task<OkrArchive> ReadAsync(SqlMapper.GridReader grid)
    {
        List<Scope> scopes = [.. (await grid.ReadAsync<ScopeRow>()).Select(r => r.ToScope())];
        List<(ScopeId, ProjectId)> projects = [.. (await grid.ReadAsync<MappingRow>()).Select(r => (new ScopeId(r.ScopeId), new ProjectId(r.ProjectId)))];
        List<Cycle> cycles = [.. (await grid.ReadAsync<CycleRow>()).Select(r => r.ToCycle())];
        List<Objective> objectives = [.. (await grid.ReadAsync<ObjectiveRow>()).Select(r => r.ToObjective())];
        List<KeyResult> keyResults = [.. (await grid.ReadAsync<KeyResultRow>()).Select(r => r.ToKeyResult())];
        return new OkrArchive
        {
            Scopes = scopes,
            Projects = projects,
            Cycles = cycles,
            Objectives = objectives,
            KeyResults = keyResults,
            Values = (await grid.ReadAsync<ValueRow>()).Select(r => r.ToValue()).ToLookup(v => v.KeyResult),
            CheckIns = (await grid.ReadAsync<CheckInRow>()).Select(r => r.ToCheckIn()).ToLookup(c => c.KeyResult),
            TargetChanges = (await grid.ReadAsync<TargetChangeRow>()).Select(r => r.ToTargetChange()).ToLookup(t => t.KeyResult),
            CoAuthors = (await grid.ReadAsync<ArchivedCoAuthorRow>()).ToLookup(r => new KeyResultId(r.KeyResultId), r => r.ToCoAuthor()),
        };
    }

    private static void Demand(bool stored)
    {
        if (!stored)
        {
            throw new ImportConflictException();
        }
    }

    private async Task WriteScopesAsync(TenantId tenant, ImportPlan plan, AccountId actor, CancellationToken ct)
    {
        foreach (var scope in plan.NewScopes)
        {
            await scopes.AddAsync(tenant, scope, actor, ct);
        }

        foreach (var scope in plan.ChangedScopes)
        {
            Demand(await scopes.UpdateAsync(tenant, scope, actor, ct));
        }

        foreach (var (scope, project) in plan.NewProjects)
        {
            await scopes.MapProjectAsync(tenant, scope, project, actor, ct);
        }

        foreach (var cycle in plan.NewCycles)
        {
            await cycles.AddAsync(tenant, cycle, actor, ct);
        }
    }

    private async Task<ImportedKeys> AssignAsync(TenantId tenant, ImportPlan plan, CancellationToken ct) => new(
        await AssignAsync(tenant, NumberSequence.Objective, [.. plan.NewObjectives.Select(o => (o.Id, o.Number))], ct),
        await AssignAsync(tenant, NumberSequence.KeyResult, [.. plan.NewKeyResults.Select(k => (k.KeyResult.Id, k.KeyResult.Number))], ct));

    /// <summary>Gives every new row its number: the wanted one, or the next free one. The counter ends above all of them, so that nobody gets one of them again.</summary>
    private async Task<Dictionary<T, int>> AssignAsync<T>(TenantId tenant, string name, List<(T Id, int Wanted)> rows, CancellationToken ct)
        where T : notnull
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var wanted = rows.Select(r => r.Wanted).Where(n => n > 0).ToHashSet();
        var highest = wanted.Count == 0 ? 0 : wanted.Max();
        var free = rows.Count - wanted.Count;
        var first = await numbers.TakeAsync(tenant, name, 1, ct);

        // Between here and there lie the wanted ones and, above the highest, one for each of the others.
        var last = Math.Max(Math.Max(highest, first - 1) + free, first);
        if (last > first)
        {
            await numbers.TakeAsync(tenant, name, last - first, ct);
        }

        var next = Enumerable.Range(first, last - first + 1).Where(n => !wanted.Contains(n)).GetEnumerator();
        var assigned = rows.ToDictionary(r => r.Id, r => r.Wanted > 0 ? r.Wanted : next.MoveNext() ? next.Current : throw new InvalidOperationException("Too few numbers were taken."));
        next.Dispose();
        return assigned;
    }

    /// <summary>From the company down, so that whatever is served is there before who serves it.</summary>
    private async Task<int> AddAsync(Stamp stamp, ImportPlan plan, ImportedKeys keys, Action<int> progress, CancellationToken ct)
    {
        var kinds = plan.NewScopes.Concat(await scopes.ListAsync(stamp.Tenant, ct)).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First().Kind);
        var keyResultsOf = plan.NewKeyResults.ToLookup(k => k.KeyResult.Objective);
        var written = 0;

        // Of objectives that are there already, too: a new objective may serve such a key result.
        var newObjectives = plan.NewObjectives.Select(o => o.Id).ToHashSet();
        written = await AddKeyResultsAsync(stamp, plan.NewKeyResults.Where(k => !newObjectives.Contains(k.KeyResult.Objective)), keys, written, progress, ct);
        foreach (var level in plan.NewObjectives.GroupBy(o => kinds[o.Scope]).OrderBy(g => g.Key))
        {
            foreach (var chunk in level.Chunk(Chunk))
            {
                await SendAsync(stamp, ArchiveSql.AddObjectives, chunk.Select(o => ArchiveParameters.Of(o with { Number = keys.Objectives[o.Id] })), ct);
            }

            written = await AddKeyResultsAsync(stamp, level.SelectMany(o => keyResultsOf[o.Id]), keys, written, progress, ct);
        }

        return written;
    }

    private async Task<int> AddKeyResultsAsync(
        Stamp stamp, IEnumerable<PlannedKeyResult> planned, ImportedKeys keys, int written, Action<int> progress, CancellationToken ct)
    {
        foreach (var chunk in planned.Chunk(Chunk))
        {
            await SendAsync(
                stamp,
                ArchiveSql.AddKeyResults,
                chunk.Select(k => ArchiveParameters.Of(k with { KeyResult = k.KeyResult with { Number = keys.KeyResults[k.KeyResult.Id] } })),
                ct);
            await SendAllAsync(stamp, ArchiveSql.AddValues, chunk.SelectMany(k => k.Values.Index().Select(v => ArchiveParameters.Of(v.Item, v.Index + 1))), ct);
            await SendAllAsync(stamp, ArchiveSql.AddCheckIns, chunk.SelectMany(k => k.CheckIns.Select(ArchiveParameters.Of)), ct);
            await SendAllAsync(stamp, ArchiveSql.AddTargetChanges, chunk.SelectMany(k => k.TargetChanges.Select(ArchiveParameters.Of)), ct);
            await SendAllAsync(stamp, ArchiveSql.AddCoAuthors, chunk.SelectMany(k => k.CoAuthors.Select(a => ArchiveParameters.Of(k.KeyResult.Id, a))), ct);
            written += chunk.Length;
            progress(written);
        }

        return written;
    }

    private async Task SendAllAsync(Stamp stamp, SqlPair sql, IEnumerable<object> rows, CancellationToken ct)
    {
        foreach (var chunk in rows.Chunk(Chunk * 4))
        {
            await SendAsync(stamp, sql, chunk, ct);
        }
    }

    private Task<int> SendAsync(Stamp stamp, SqlPair sql, IEnumerable<object> rows, CancellationToken ct) => session.ExecuteAsync(
        sql, new { tenant = stamp.Tenant.Value, actor = stamp.Actor.Value, now = stamp.Now, rows = ArchiveParameters.Write(rows) }, ct);

    private async Task ChangeAsync(TenantId tenant, PlannedKeyResult changed, AccountId actor, CancellationToken ct)
    {
        var keyResult = changed.KeyResult;
        if (changed.FieldsChange)
        {
            Demand(await keyResults.UpdateAsync(tenant, keyResult, actor, ct));
        }

        foreach (var value in changed.Values)
        {
            await keyResults.AppendValueAsync(tenant, value, ct);
        }

        foreach (var checkIn in changed.CheckIns)
        {
            await keyResults.AppendCheckInAsync(tenant, checkIn, ct);
        }

        foreach (var change in changed.TargetChanges)
        {
            await keyResults.AppendTargetChangeAsync(tenant, change, ct);
        }

        foreach (var author in changed.CoAuthors)
        {
            await keyResults.SaveCoAuthorAsync(tenant, keyResult.Id, author, ct);
        }

        await keyResults.SaveSummaryAsync(tenant, keyResult.Id, keyResult.Series, ct);
    }

    private sealed record Stamp(TenantId Tenant, AccountId Actor, DateTimeOffset Now);
}
