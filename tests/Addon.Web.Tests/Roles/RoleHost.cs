using Addon.Web.Tests.Ui;
using Xunit;

namespace Addon.Web.Tests.Roles;

/// <summary>One host for the whole matrix. Each case gets sites of its own, and with them people whom nobody has counted the calls of.</summary>
public sealed class RoleHost : IAsyncLifetime
{
    internal PanelApp App { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        App = await PanelApp.StartAsync();
        App.Rights
            .Grant(PanelApp.Admin, "ADMINISTER_PROJECTS", PanelApp.OtherProject)
            .Grant(PanelApp.Admin, "BROWSE_PROJECTS", PanelApp.OtherProject)
            .Grant(AccountOf(Role.JiraAdmin)!, "ADMINISTER")
            .Grant(AccountOf(Role.OtherTenant)!, "ADMINISTER")
            .Grant(AccountOf(Role.ProjectAdmin)!, "ADMINISTER_PROJECTS", PanelApp.Project)
            .Grant(AccountOf(Role.ProjectAdmin)!, "ADMINISTER_PROJECTS", PanelApp.OtherProject)
            .Grant(AccountOf(Role.ProjectAdmin)!, "BROWSE_PROJECTS", PanelApp.OtherProject)
            .Grant(AccountOf(Role.Engineer)!, "EDIT_ISSUES", PanelApp.Issue);
        foreach (var role in (Role[])[Role.ProjectAdmin, Role.ScopeOwner, Role.KeyResultOwner, Role.Engineer, Role.Viewer])
        {
            App.Rights.Grant(AccountOf(role)!, "BROWSE_PROJECTS", PanelApp.Project).Grant(AccountOf(role)!, "BROWSE_PROJECTS", PanelApp.Issue);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal static string? AccountOf(Role role) => role == Role.Anonymous ? null : $"the-{role}".ToLowerInvariant();
}
