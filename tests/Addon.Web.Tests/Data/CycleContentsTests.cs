using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class CycleContentsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Drafts_Are_Added_As_Sets_And_Read_Back_Equal(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var company = await site.AddCompanyAsync();
        var team = await site.AddTeamAsync(Site.Pay);
        var target = Cycle.QuarterOf(new DateOnly(2027, 2, 1));
        await stores.Cycles.AddAsync(site.Tenant, target, Site.Anna, Ct);
        var before = await site.AddObjectiveAsync(company);
        var above = Objective(company, target) with { Why = "It's \"why\" \u00e4\ud83d\ude80", Owner = Site.Ben, StandaloneReason = "Alone", CarriedFrom = before.Id };
        var served = KeyResult(above) with { From = 12.5m, To = -4.000001m, Metric = "P1", Weight = 7, Owner = Site.Anna, HowWorkMovesIt = "Rota", AcceptedHints = new ValueList<string>(["O2"]) };
        var guardrail = KeyResult(above) with { Direction = KeyResultDirection.KeepBetween, From = null, To = null, Low = 1, High = 9_999_999_999_999.999999m, Unit = null, Per = KeyResultPeriod.Week };
        var below = Objective(team, target) with { Parent = new ObjectiveParent(above.Id, served.Id), Contribution = "Fewer outages" };
        var commands = db.Commands;

        var added = await stores.Work.RunAsync(ct => stores.CycleContents.AddDraftsAsync(site.Tenant, new CycleContents([below, above], [served, guardrail]), Site.Anna, ct), Ct);

        (db.Commands - commands).ShouldBeLessThanOrEqualTo(7, "as many however many there are");
        added.Objectives.Select(o => o.Number).ShouldBe([2, 3]);
        added.KeyResults.Select(k => k.Number).ShouldBe([1, 2]);
        var read = await stores.CycleContents.ReadAsync(site.Tenant, target.Id, Ct);
        read.Objectives.ShouldBe(added.Objectives);
        read.KeyResults.ShouldBe(added.KeyResults);
    }

    [Theory, Engines]
    public async Task Only_Key_Results_That_Run_Keep_A_Cycle_Open(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var site = new Site(stores, db.Clock);
        var objective = await site.AddObjectiveAsync(await site.AddTeamAsync(Site.Pay));
        foreach (var state in Enum.GetValues<KeyResultState>())
        {
            await site.AddKeyResultAsync(objective, state.ToString(), state);
        }

        (await stores.CycleContents.CountOpenAsync(site.Tenant, objective.Cycle, Ct)).ShouldBe(3);
        (await stores.CycleContents.HasBegunAsync(site.Tenant, objective.Cycle, Ct)).ShouldBeFalse();
        await stores.Objectives.UpdateAsync(site.Tenant, objective with { State = ObjectiveState.Active }, Site.Anna, Ct);
        (await stores.CycleContents.HasBegunAsync(site.Tenant, objective.Cycle, Ct)).ShouldBeTrue();
        (await stores.Scopes.HasActiveObjectiveAsync(site.Tenant, objective.Scope, Ct)).ShouldBeTrue();
        var cycle = (await stores.Cycles.FindAsync(site.Tenant, objective.Cycle, Ct))!;
        await stores.Cycles.UpdateAsync(site.Tenant, cycle with { State = CycleState.Closed }, Site.Anna, Ct);
        (await stores.Scopes.HasActiveObjectiveAsync(site.Tenant, objective.Scope, Ct)).ShouldBeFalse("nothing in a closed cycle asks for a mapping owner");
    }

    [Theory, Engines]
    public async Task Many_Audit_Entries_Are_One_Command_And_Read_Page_By_Page(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var stores = db.Scope();
        var tenant = TenantId.New();
        List<AuditEntry> entries =
        [
            .. Enumerable.Range(0, 25).Select(i => AuditEntry.ByPerson(
                Site.Anna, "thing.made", "thing", $"{i}", null, new Dictionary<string, string?>(StringComparer.Ordinal) { ["title"] = "\u201ca\u201d", ["none"] = null })),
            AuditEntry.BySystem("app.installed", "site", "s"),
        ];
        var commands = db.Commands;

        await stores.Audit.AppendAsync(tenant, entries, Ct);

        (db.Commands - commands).ShouldBe(1);
        foreach (var filter in (AuditFilter[])[AuditFilter.All, new AuditFilter { Actor = Site.Anna }, new AuditFilter { Action = "thing." }])
        {
            List<AuditEvent> read = [];
            for (IReadOnlyList<AuditEvent> part = []; read.Count == 0 || part.Count == 10;)
            {
                part = await stores.AuditReader.ReadAsync(tenant, filter, read.Count == 0 ? null : new AuditCursor(read[^1].At, read[^1].Id), 10, Ct);
                read.AddRange(part);
            }

            read.Select(e => e.Entry.EntityId).Order(StringComparer.Ordinal)
                .ShouldBe(entries.Where(e => filter == AuditFilter.All || e.Actor is not null).Select(e => e.EntityId).Order(StringComparer.Ordinal));
            read[0].Entry.After.Count.ShouldBe(read[0].Entry.Actor is null ? 0 : 2);
        }

        (await stores.AuditReader.ReadAsync(tenant, new AuditFilter { EntityType = "thing", EntityId = "7" }, null, 10, Ct)).ShouldHaveSingleItem();
    }

    private static Objective Objective(Scope scope, Cycle cycle) => new() { Id = ObjectiveId.New(), Number = 0, Scope = scope.Id, Cycle = cycle.Id, Title = "Payments never stop" };

    private static KeyResult KeyResult(Objective objective) => new()
    {
        Id = KeyResultId.New(),
        Number = 0,
        Objective = objective.Id,
        Title = "P1 incidents",
        Direction = KeyResultDirection.Decrease,
        Unit = "incidents",
        State = KeyResultState.Draft,
        CarriedFrom = KeyResultId.New(),
    };
}
