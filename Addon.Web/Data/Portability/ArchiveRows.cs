#pragma warning disable MA0048 // Rows of one read.
using Addon.Core.Common;
using Addon.Core.KeyResults;

namespace Addon.Web.Data.Portability;

/// <summary>A project of a team as it is read.</summary>
internal sealed class MappingRow
{
    public Guid ScopeId { get; set; }

    public long ProjectId { get; set; }
}

/// <summary>A co-author with their key result as it is read.</summary>
internal sealed class ArchivedCoAuthorRow
{
    public Guid KeyResultId { get; set; }

    public string Account { get; set; } = "";

    public string InvitedBy { get; set; } = "";

    public DateTimeOffset InvitedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public CoAuthor ToCoAuthor() => new(new AccountId(Account), new AccountId(InvitedBy), InvitedAt, AcceptedAt);
}
