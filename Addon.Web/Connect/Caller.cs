using System.Reflection;
using Addon.Core.Common;

namespace Addon.Web.Connect;

/// <summary>Who calls, as the verified token says. Bound by name in endpoint signatures; nothing of it comes from a body, a query or another header.</summary>
/// <param name="Tenant">The site.</param>
/// <param name="Account">The person, or null when anonymous or when the platform itself calls.</param>
/// <param name="DisplayUrl">Where people see the site; links to issues begin with it.</param>
/// <param name="ShownIssue">The issue that the page shows, from the token's <c>context</c>; null elsewhere.</param>
/// <param name="ShownProject">The project that the page shows, from the token's <c>context</c>; null elsewhere.</param>
internal sealed record Caller(TenantId Tenant, AccountId? Account, Uri DisplayUrl, IssueId? ShownIssue, ProjectId? ShownProject)
{
    /// <summary>Binds an endpoint's parameter to the caller that the token scheme has set.</summary>
    /// <exception cref="InvalidOperationException">The endpoint asks for a caller but has no token kind.</exception>
    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Caller?>(context.Features.Get<Caller>()
            ?? throw new InvalidOperationException($"{context.Request.Path} asks for a caller but has no token kind."));
}
