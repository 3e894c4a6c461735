namespace Addon.Web.ProjectPage;

/// <summary>Whose objectives and key results the person may write.</summary>
internal sealed record ProjectPermissionsResponse(bool CanAdminister, bool CanAdministerCompany);
