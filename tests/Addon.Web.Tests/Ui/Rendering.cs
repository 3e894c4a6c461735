using Addon.Web.Connect;
using Addon.Web.Tests.Webhooks;
using Addon.Web.Ui;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Addon.Web.Tests.Ui;

/// <summary>Renders a component as the host does, without a host around it.</summary>
internal static class Rendering
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static async Task<string> HtmlAsync<T>(object parameters)
        where T : IComponent
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddOptions<ConnectOptions>();
        services.AddOptions<AddonOptions>();
        services.AddSingleton<PublicFiles>();
        services.AddSingleton<JiraLinks>();
        services.AddSingleton<TimeProvider>(new StillClock(Now));
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var values = parameters.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parameters), StringComparer.Ordinal);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(values))).ToHtmlString());
    }

    public static async Task<IHtmlDocument> ParseAsync<T>(object parameters)
        where T : IComponent => new HtmlParser().ParseDocument(await HtmlAsync<T>(parameters));
}
