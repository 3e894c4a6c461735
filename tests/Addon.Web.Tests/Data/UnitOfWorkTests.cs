using Addon.Core.Common;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class UnitOfWorkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Exception_Leaves_No_Row(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = InstallationStoreTests.Example(db);

        await Should.ThrowAsync<InvalidDataException>(() => scope.Work.RunAsync<int>(
            async ct =>
            {
                await scope.Installations.SaveAsync(installation, ct);
                (await scope.Installations.FindAsync(installation.Tenant, ct)).ShouldNotBeNull();
                throw new InvalidDataException();
            },
            Ct));

        (await scope.Installations.FindAsync(installation.Tenant, Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Nested_Unit_Joins_The_Outer_One(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = InstallationStoreTests.Example(db);

        await Should.ThrowAsync<InvalidDataException>(() => scope.Work.RunAsync<int>(
            async ct =>
            {
                await scope.Work.RunAsync(
                    async ct =>
                    {
                        await scope.Installations.SaveAsync(installation, ct);
                        return 0;
                    },
                    ct);
                throw new InvalidDataException();
            },
            Ct));

        (await scope.Installations.FindAsync(installation.Tenant, Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Swallowed_Failure_Of_A_Nested_Unit_Keeps_Nothing(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = InstallationStoreTests.Example(db);

        await Should.ThrowAsync<InvalidOperationException>(() => scope.Work.RunAsync(
            async ct =>
            {
                try
                {
                    await scope.Work.RunAsync<int>(
                        async ct =>
                        {
                            await scope.Installations.SaveAsync(installation, ct);
                            throw new InvalidDataException();
                        },
                        ct);
                }
                catch (InvalidDataException)
                {
                    return 1;
                }

                return 0;
            },
            Ct));

        (await scope.Installations.FindAsync(installation.Tenant, Ct)).ShouldBeNull();
    }

    [Theory, Engines]
    public async Task Unit_Can_Be_Used_Again_After_A_Failure(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = InstallationStoreTests.Example(db);
        await Should.ThrowAsync<InvalidDataException>(() => scope.Work.RunAsync<int>(_ => throw new InvalidDataException(), Ct));

        await scope.Work.RunAsync(
            async ct =>
            {
                await scope.Installations.SaveAsync(installation, ct);
                return 0;
            },
            Ct);

        (await scope.Installations.FindAsync(installation.Tenant, Ct)).ShouldNotBeNull();
    }

    [Theory, Engines]
    public async Task Lost_Race_For_A_New_Row_Runs_The_Whole_Unit_Again(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = InstallationStoreTests.Example(db);
        await scope.Installations.SaveAsync(installation, Ct);
        var runs = 0;

        // The first run behaves as a writer that has not seen the other's row yet.
        var tenant = await scope.Work.RunAsync(
            async ct =>
            {
                runs++;
                var known = runs == 1 ? null : await scope.Installations.FindByClientKeyAsync(installation.ClientKey, ct);
                var mine = known ?? installation with { Tenant = TenantId.New() };
                await scope.Installations.SaveAsync(mine, ct);
                return mine.Tenant;
            },
            Ct);

        tenant.ShouldBe(installation.Tenant);
        runs.ShouldBe(2);
    }

    [Theory, Engines]
    public async Task Parallel_Writers_All_Get_Through(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        var installations = Enumerable.Range(0, 40).Select(_ => InstallationStoreTests.Example(db)).ToList();

        await Task.WhenAll(installations.Select(installation => Task.Run(
            async () =>
            {
                await using var scope = db.Scope();
                await scope.Work.RunAsync(
                    async ct =>
                    {
                        (await scope.Installations.FindByClientKeyAsync(installation.ClientKey, ct)).ShouldBeNull();
                        await scope.Installations.SaveAsync(installation, ct);
                        return 0;
                    },
                    Ct);
            },
            Ct)));

        await using var check = db.Scope();
        foreach (var installation in installations)
        {
            (await check.Installations.FindAsync(installation.Tenant, Ct)).ShouldNotBeNull();
        }
    }
}
