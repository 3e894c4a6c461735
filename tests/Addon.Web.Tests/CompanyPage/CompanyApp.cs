using Addon.Web.Tests.Data;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Addon.Web.Tests.CompanyPage;

/// <summary>The host of <see cref="PanelApp"/> with a company in it that is written straight into the tables.</summary>
internal sealed class CompanyApp : IAsyncDisposable
{
    private readonly StoreScope stores;

    private CompanyApp(PanelApp panel, StoreScope scope, CompanyData data) => (Panel, stores, Data) = (panel, scope, data);

    public PanelApp Panel { get; }

    public CompanyData Data { get; }

    public static async Task<CompanyApp> StartAsync()
    {
        var panel = await PanelApp.StartAsync();
        var scope = new StoreScope(panel.App.Services.CreateAsyncScope());
        var installation = await scope.Installations.FindByClientKeyAsync(panel.Site.ClientKey, TestContext.Current.CancellationToken);
        return new CompanyApp(panel, scope, new CompanyData(scope, installation!.Tenant));
    }

    public Task<HttpResponseMessage> PageAsync(string query = "", string? account = PanelApp.Engineer, TestSite? site = null) =>
        Panel.App.PageAsync(site ?? Panel.Site, "/connect/company" + query, account);

    public async Task<IHtmlDocument> ReadPageAsync(string query = "", string? account = PanelApp.Engineer, TestSite? site = null)
    {
        using var response = await PageAsync(query, account, site);
        return await PanelApp.ReadPageAsync(response);
    }

    public async Task<IHtmlDocument> FragmentAsync(string path, string account = PanelApp.Engineer)
    {
        using var response = await Panel.CallAsync("GET", path, account: account);
        return await PanelApp.ReadPageAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        await stores.DisposeAsync();
        await Panel.DisposeAsync();
    }
}
