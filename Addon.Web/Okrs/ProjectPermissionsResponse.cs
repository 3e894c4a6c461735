namespace Addon.Web.Okrs;

/// <summary>Whose objectives and key results the person may write.</summary>
internal sealed record ProjectPermissionsResponse(bool CanAdminister, bool CanAdministerCompany);
