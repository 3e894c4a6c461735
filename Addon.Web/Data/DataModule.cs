using Addon.Core.Answers;
using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Company;
using Addon.Core.Cycles;
using Addon.Core.Events;
using Addon.Core.Installations;
using Addon.Core.KeyResultPage;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;
using Addon.Core.Portability;
using Addon.Core.ProjectPage;
using Addon.Core.Requests;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Data.Answers;
using Addon.Web.Data.Audit;
using Addon.Web.Data.Company;
using Addon.Web.Data.Cycles;
using Addon.Web.Data.Events;
using Addon.Web.Data.Installations;
using Addon.Web.Data.KeyResultPage;
using Addon.Web.Data.KeyResults;
using Addon.Web.Data.Migrating;
using Addon.Web.Data.Objectives;
using Addon.Web.Data.Portability;
using Addon.Web.Data.ProjectPage;
using Addon.Web.Data.Requests;
using Addon.Web.Data.Scopes;
using Addon.Web.Data.Secrets;
using Addon.Web.Data.Work;
using Addon.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Addon.Web.Data;

internal static class DataModule
{
    /// <summary>Adds everything that knows SQL: the session, the migrator and every store that Core asks for.</summary>
    public static TBuilder AddData<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().Bind(builder.Configuration.GetSection(DatabaseOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddOptions<SecretsOptions>().Bind(builder.Configuration.GetSection(SecretsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SecretsOptions>, SecretsOptionsValidator>();

        services.AddSingleton<Database>();
        services.AddSingleton<DbMetrics>();
        services.AddSingleton<DevelopmentKeyFile>();
        services.AddSingleton<SecretProtector>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<IStartupTask, MigrateAtStart>();

        services.AddScoped<DbSession>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<RequestMemory>();
        services.AddScoped<IRequestMemory>(s => s.GetRequiredService<RequestMemory>());
        services.AddScoped<IInstallationStore, InstallationStore>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<IAuditReader, AuditReader>();
        services.AddScoped<NumberSequence>();
        services.AddScoped<IScopeStore, ScopeStore>();
        services.AddScoped<ICycleStore, CycleStore>();
        services.AddScoped<ICycleContents, CycleContentsStore>();
        services.AddScoped<ICycleSnapshotStore, CycleSnapshotStore>();
        services.AddScoped<IObjectiveStore, ObjectiveStore>();
        services.AddScoped<IKeyResultStore, KeyResultStore>();
        services.AddScoped<IProjectPanelReader, ProjectPanelReader>();
        services.AddScoped<IKeyResultPageReader, KeyResultPageReader>();
        services.AddScoped<ICompanyTreeReader, CompanyTreeReader>();
        services.AddScoped<ILinkedIssueReader, LinkedIssueReader>();
        services.AddScoped<IAnswerStore, AnswerStore>();
        services.AddScoped<IOkrArchive, OkrArchiveStore>();
        services.AddScoped<IImportJobStore, ImportJobStore>();
        services.AddScoped<IIssuePanelReader, IssuePanelReader>();
        services.AddScoped<IIssueSnapshotStore, IssueSnapshotStore>();
        services.AddScoped<IInbox, Inbox>();
        return builder;
    }
}
