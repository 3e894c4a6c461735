using Addon.Core.Portability;
using Addon.Web.Http;

namespace Addon.Web.Portability;

/// <summary>An import as the API gives it.</summary>
/// <param name="Id">Our id.</param>
/// <param name="State">Where it is: uploading, checking, checked, importing, done, failed or cancelled.</param>
/// <param name="Format">What its file is: csv or json.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="StartedBy">Who began it.</param>
/// <param name="Done">How many rows are written, as far as this process knows.</param>
/// <param name="Total">How many rows there are.</param>
/// <param name="Report">What the last run found; null before the first.</param>
internal sealed record ImportResponse(
    Guid Id, string State, string Format, DateTimeOffset StartedAt, string StartedBy, int Done, int Total, ImportReport? Report)
{
    public static ImportResponse Of(ImportJob job, ImportProgress.Run? run) => new(
        job.Id,
        WireEnum.Of(job.State),
        WireEnum.Of(job.Format),
        job.At,
        job.By.Value,
        job.State == ImportState.Done ? job.Total : run?.Done ?? 0,
        job.State == ImportState.Importing && run is { Total: > 0 } ? run.Total : job.Total,
        ImportReport.Read(job.Report));
}
