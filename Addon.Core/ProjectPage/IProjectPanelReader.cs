using Addon.Core.Common;

namespace Addon.Core.ProjectPage;

/// <summary>Reads a project's panel.</summary>
public interface IProjectPanelReader
{
    /// <summary>The panel of a project in one database round trip, however many key results there are.</summary>
    Task<ProjectPanel> ReadAsync(TenantId tenant, ProjectId project, CancellationToken ct);
}
