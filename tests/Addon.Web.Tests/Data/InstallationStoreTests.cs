using System.Security.Cryptography;
using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Data.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class InstallationStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Saved_Installation_Comes_Back_As_It_Was(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var saved = Example(db) with
        {
            PreviousSecret = new Secret("the one before, long enough for a key"),
            PreviousSecretUntil = db.Clock.Now.AddMinutes(15),
            LifecycleCalls = "9gwAAAAAAAAAAAAAAAAAAA 9gwAAAAAAAAAAAAAAAAAAB",
            CloudId = "cloud",
            ForgeInstallationId = "ari:cloud:ecosystem::installation/1",
        };

        await scope.Installations.SaveAsync(saved, Ct);

        (await scope.Installations.FindByClientKeyAsync(saved.ClientKey, Ct)).ShouldBe(saved);
        (await scope.Installations.FindAsync(saved.Tenant, Ct)).ShouldBe(saved);
    }

    [Theory, Engines]
    public async Task Client_Key_Is_Case_Sensitive(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var lower = Example(db) with { ClientKey = "site-key" };
        await scope.Installations.SaveAsync(lower, Ct);

        (await scope.Installations.FindByClientKeyAsync("SITE-key", Ct)).ShouldBeNull();
        await scope.Installations.SaveAsync(Example(db) with { ClientKey = "SITE-key" }, Ct);

        (await scope.Installations.FindByClientKeyAsync("site-key", Ct))!.Tenant.ShouldBe(lower.Tenant);
    }

    [Theory, Engines]
    public async Task Same_Client_Key_Replaces_The_Row_And_An_Older_Call_Does_Not(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var first = Example(db);
        (await scope.Installations.SaveAsync(first, Ct)).ShouldBeTrue();
        var second = first with { BaseUrl = new Uri("https://renamed.atlassian.net"), LifecycleAt = first.LifecycleAt.AddSeconds(1), SharedSecret = null };
        (await scope.Installations.SaveAsync(second, Ct)).ShouldBeTrue();

        (await scope.Installations.SaveAsync(first, Ct)).ShouldBeFalse();

        (await scope.Installations.FindAsync(first.Tenant, Ct)).ShouldBe(second);
    }

    [Theory, Engines]
    public async Task Second_Tenant_For_A_Client_Key_Is_Refused(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var first = Example(db);
        await scope.Installations.SaveAsync(first, Ct);

        await Should.ThrowAsync<System.Data.Common.DbException>(() => scope.Installations.SaveAsync(first with { Tenant = TenantId.New() }, Ct));

        (await scope.Installations.FindByClientKeyAsync(first.ClientKey, Ct)).ShouldBe(first);
    }

    [Theory, Engines]
    public async Task Secret_Is_Not_Stored_In_Plain_Text(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var installation = Example(db);
        await scope.Installations.SaveAsync(installation, Ct);

        var row = (IDictionary<string, object?>)(await scope.Session.FindAsync<dynamic>("SELECT secret_cipher, secret_key_id FROM installation", null, Ct))!;

        var cipher = row["secret_cipher"].ShouldBeOfType<byte[]>();
        System.Text.Encoding.UTF8.GetString(cipher).ShouldNotContain(installation.SharedSecret!.Reveal());
        row["secret_key_id"].ShouldBe("test");
    }

    [Theory, Engines]
    public async Task Ciphertext_Of_Another_Tenant_Does_Not_Open(TestEngine engine)
    {
        await using var db = await TestDatabase.CreateAsync(engine);
        await using var scope = db.Scope();
        var mine = Example(db);
        var theirs = Example(db);
        await scope.Installations.SaveAsync(mine, Ct);
        await scope.Installations.SaveAsync(theirs, Ct);

        await scope.Session.ExecuteAsync(
            """
            UPDATE installation SET secret_cipher = (SELECT o.secret_cipher FROM installation o WHERE o.tenant_id = @theirs) WHERE tenant_id = @mine
            """,
            new { mine = mine.Tenant.Value, theirs = theirs.Tenant.Value },
            Ct);

        await Should.ThrowAsync<CryptographicException>(() => scope.Installations.FindAsync(mine.Tenant, Ct));
    }

    [Fact]
    public async Task New_First_Key_Encrypts_And_The_Old_One_Still_Opens()
    {
        await using var db = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var installation = Example(db);
        await using (var scope = db.Scope())
        {
            await scope.Installations.SaveAsync(installation, Ct);
        }

        await using var rotated = TestDatabase.BuildServices(
            TestEngine.Sqlite,
            db.ConnectionString,
            db.Clock,
            more: new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Secrets:Keys:0:Id"] = "new",
                ["Secrets:Keys:0:Base64"] = Convert.ToBase64String(Enumerable.Repeat((byte)9, 32).ToArray()),
                ["Secrets:Keys:1:Id"] = "test",
                ["Secrets:Keys:1:Base64"] = Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray()),
            });

        await using var other = rotated.CreateAsyncScope();
        (await other.ServiceProvider.GetRequiredService<IInstallationStore>().FindAsync(installation.Tenant, Ct)).ShouldBe(installation);
        rotated.GetRequiredService<SecretProtector>().Protect(installation.Tenant, "x", new Secret("y")).KeyId.ShouldBe("new");
    }

    internal static Installation Example(TestDatabase db) => new()
    {
        Tenant = TenantId.New(),
        ClientKey = Guid.NewGuid().ToString(),
        BaseUrl = new Uri("https://acme.atlassian.net"),
        DisplayUrl = new Uri("https://jira.acme.example"),
        SharedSecret = new Secret("a secret of more than thirty-two bytes, as it has to be"),
        LifecycleAt = db.Clock.Now,
        InstalledAt = db.Clock.Now,
    };
}
