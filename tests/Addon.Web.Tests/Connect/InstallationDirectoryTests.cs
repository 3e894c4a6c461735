using Addon.Web.Connect.Installations;
using Addon.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class InstallationDirectoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Read_That_Was_Under_Way_While_The_Row_Changed_Is_Not_Kept()
    {
        await using var app = await AddonApp.StartAsync(settings => settings.Services = builder => CountingStore.AddTo(builder.Services));
        var counter = app.Services.GetRequiredService<CountingStore.Counter>();
        var directory = app.Services.GetRequiredService<InstallationDirectory>();
        var site = await app.InstallAsync();
        var tenant = (await directory.FindByClientKeyAsync(site.ClientKey, Ct))!.Installation;
        directory.Forget(tenant);

        counter.AfterRead = () => directory.Forget(tenant);
        (await directory.FindByClientKeyAsync(site.ClientKey, Ct)).ShouldNotBeNull();
        counter.AfterRead = null;
        var before = counter.Reads;

        await directory.FindByClientKeyAsync(site.ClientKey, Ct);
        await directory.FindActiveAsync(tenant.Tenant, Ct);

        counter.Reads.ShouldBe(before + 1, "what was read during the change was not kept, and what was read after it was");
    }
}
