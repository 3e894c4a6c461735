using Addon.Core.Common;

namespace Addon.Core.Answers;

/// <summary>Reads the panel of an issue.</summary>
public interface IIssuePanelReader
{
    /// <summary>The panel of an issue in one database round trip. Never null: an issue that we do not know is simply unanswered.</summary>
    /// <param name="tenant">The site.</param>
    /// <param name="issue">The issue.</param>
    /// <param name="project">The issue's project as the page says it; a snapshot of the issue outranks it.</param>
    /// <param name="ct">Cancels the read.</param>
    Task<IssuePanel> ReadAsync(TenantId tenant, IssueId issue, ProjectId project, CancellationToken ct);
}
