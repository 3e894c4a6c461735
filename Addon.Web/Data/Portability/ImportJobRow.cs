using Addon.Core.Common;
using Addon.Core.Portability;

namespace Addon.Web.Data.Portability;

/// <summary>An import as it is read.</summary>
internal sealed class ImportJobRow
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public int State { get; set; }

    public int Format { get; set; }

    public int Total { get; set; }

    public string? ReportJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public ImportJob ToJob() =>
        new(new TenantId(TenantId), Id, (ImportState)State, (ImportFormat)Format, new AccountId(CreatedBy), CreatedAt, Total, ReportJson);
}
