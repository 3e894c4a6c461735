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
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;
using Addon.Core.Work;
using Addon.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Addon.Web.Tests.Data;

/// <summary>The stores as one request sees them.</summary>
public sealed class StoreScope(AsyncServiceScope scope) : IAsyncDisposable
{
    public IUnitOfWork Work => Get<IUnitOfWork>();

    public IInstallationStore Installations => Get<IInstallationStore>();

    public IAuditTrail Audit => Get<IAuditTrail>();

    public IAuditReader AuditReader => Get<IAuditReader>();

    public ICycleContents CycleContents => Get<ICycleContents>();

    public ICycleSnapshotStore CycleSnapshots => Get<ICycleSnapshotStore>();

    public IScopeStore Scopes => Get<IScopeStore>();

    public ICycleStore Cycles => Get<ICycleStore>();

    public IObjectiveStore Objectives => Get<IObjectiveStore>();

    public IKeyResultStore KeyResults => Get<IKeyResultStore>();

    public IAnswerStore Answers => Get<IAnswerStore>();

    public IIssueSnapshotStore Snapshots => Get<IIssueSnapshotStore>();

    public IInbox Inbox => Get<IInbox>();

    public IIssuePanelReader IssuePanel => Get<IIssuePanelReader>();

    public IProjectPanelReader ProjectPanel => Get<IProjectPanelReader>();

    public IKeyResultPageReader KeyResultPage => Get<IKeyResultPageReader>();
    public ICompanyTreeReader CompanyTree => Get<ICompanyTreeReader>();

    public ILinkedIssueReader LinkedIssues => Get<ILinkedIssueReader>();

    internal DbSession Session => Get<DbSession>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    private T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
