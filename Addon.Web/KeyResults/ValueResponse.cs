using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Core.Objectives;
using Addon.Core.ProjectPage;
using Addon.Core.Scopes;

namespace Addon.Web.KeyResults;

/// <summary>A recorded value.</summary>
internal sealed record ValueResponse(Guid Id, decimal Value, DateTimeOffset MeasuredAt, string? Note)
{
    public static ValueResponse Of(KeyResultValue value) => new(value.Id, value.Value, value.MeasuredAt, value.Note);
}
