using Addon.Core.Events;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Addon.Web.Webhooks;

internal static class WebhooksModule
{
    public static WebApplicationBuilder AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<InboxOptions>().Bind(builder.Configuration.GetSection(InboxOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<InboxOptions>, InboxOptionsValidator>();
        builder.Services.AddSingleton<WebhookReader>();
        builder.Services.AddSingleton<InboxLanes>();
        builder.Services.AddSingleton<InboxDesk>();
        builder.Services.TryAddScoped<HandleDelivery>();
        builder.Services.AddHostedService<InboxWorker>();
        builder.Services.AddHostedService<RereadWorker>();
        builder.Services.AddHostedService<InboxPurge>();
        return builder;
    }

    public static WebApplication MapWebhooks(this WebApplication app)
    {
        WebhookEndpoints.Map(app);
        return app;
    }
}
