using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Sandbox.Pages;

/// <summary>What people look at.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => Results.Redirect(Links.Issues(JiraProject.Payments)));
        routes.MapGet("/projects/{key}", Project);
        routes.MapGet("/browse/{key}", Issue);
        routes.MapGet("/plugins/servlet/ac/{appKey}/{moduleKey}", SitePage);
        routes.MapGet("/webhooks", Webhooks);
        routes.MapGet("/developer", Developer);
        routes.MapFallback(Nothing);
    }

    private static IResult Project(string key, string? selectedItem, HttpContext context, LocalSite site, AppConnection connection, AppFrames frames)
    {
        var visitor = Visitor.Of(context);
        if (JiraProject.Find(key) is not { } project || !visitor.May(Permissions.Browse, project))
        {
            return Hidden(context, connection);
        }

        if (selectedItem is null)
        {
            return new RazorComponentResult<IssueListPage>(new
            {
                Visitor = visitor,
                Project = project,
                Issues = (IReadOnlyList<JiraIssue>)[.. site.List().Where(i => i.ProjectId == project.Id)],
                site.Sprints,
                App = connection.Installed,
            });
        }

        return Links.FindAppPage(connection.Installed, selectedItem) is { } module
            ? new RazorComponentResult<AppPage>(new
            {
                Visitor = visitor,
                Here = Links.AppPage(project, connection.Installed!, module),
                Frame = frames.OnProject(connection.Installed!, module, project, visitor.User),
                App = connection.Installed,
            })
            : Gone(context, connection);
    }

    /// <summary>A page of the app that belongs to no project; its own parameters come from the address and begin with <c>ac.</c>.</summary>
    private static IResult SitePage(string appKey, string moduleKey, HttpContext context, AppConnection connection, AppFrames frames)
    {
        var visitor = Visitor.Of(context);
        if (connection.Installed is not { } app || !string.Equals(app.Key, appKey, StringComparison.Ordinal))
        {
            return Gone(context, connection);
        }

        var isAdminPage = app.AdminPages.Any(m => string.Equals(m.Key, moduleKey, StringComparison.Ordinal));
        if (isAdminPage && visitor.User != JiraUser.Admin)
        {
            return Message(context, connection, "You may not do that", "Only administrators of the site see this page.", StatusCodes.Status403Forbidden);
        }

        if (app.AdminPages.Concat(app.GeneralPages).FirstOrDefault(m => string.Equals(m.Key, moduleKey, StringComparison.Ordinal)) is not { } module)
        {
            return Gone(context, connection);
        }

        var own = context.Request.Query.Where(p => p.Key.StartsWith("ac.", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        return new RazorComponentResult<AppPage>(new
        {
            Visitor = visitor,
            Here = context.Request.Path + context.Request.QueryString,
            Frame = frames.OnSite(app, module, visitor.User, own),
            App = app,
        });
    }

    private static RazorComponentResult<MessagePage> Gone(HttpContext context, AppConnection connection) => Message(
        context, connection, "This app is not here", "It may have been uninstalled. Install it again on the Developer page.", StatusCodes.Status404NotFound);

    private static IResult Issue(string key, HttpContext context, LocalSite site, AppConnection connection, AppFrames frames)
    {
        var visitor = Visitor.Of(context);
        if (site.Find(key) is not { } issue || !visitor.May(Permissions.Browse, issue.Project))
        {
            return Hidden(context, connection);
        }

        return new RazorComponentResult<IssuePage>(new
        {
            Visitor = visitor,
            Issue = issue,
            Ancestors = (IReadOnlyList<JiraIssue>)[.. AncestorsOf(issue, site).Reverse()],
            Children = site.ChildrenOf(issue.Id),
            PossibleParents = (IReadOnlyList<JiraIssue>)
                [.. site.List().Where(i => i.ProjectId == issue.ProjectId && i.Type.HierarchyLevel == issue.Type.HierarchyLevel + 1)],
            Frames = (IReadOnlyList<AppFrameModel>)
                [.. connection.Installed is { } app ? app.IssueContents.Select(m => frames.OnIssue(app, m, issue, visitor.User)) : []],
            Sprint = site.FindSprint(issue.SprintId),
            App = connection.Installed,
        });
    }

    private static RazorComponentResult<WebhooksPage> Webhooks(HttpContext context, AppConnection connection, WebhookQueue queue, string? done) =>
        new(new { Visitor = Visitor.Of(context), queue.Log, Done = done, App = connection.Installed });

    private static RazorComponentResult<DeveloperPage> Developer(
        HttpContext context, AppConnection connection, LocalSite site, DescriptorAddress descriptor, string? problem, string? done) => new(new
        {
            Visitor = Visitor.Of(context),
            DescriptorUrl = descriptor.Url,
            site.ClientKey,
            Problem = problem,
            Done = done,
            App = connection.Installed,
        });

    private static RazorComponentResult<MessagePage> Nothing(HttpContext context, AppConnection connection) =>
        Message(context, connection, "Nothing here", "The local Jira has no such page.", StatusCodes.Status404NotFound);

    public static RazorComponentResult<MessagePage> Hidden(HttpContext context, AppConnection connection) => Visitor.Of(context).User is null
        ? Message(context, connection, "Log in to see this", "Choose a person at the top right.", StatusCodes.Status401Unauthorized)
        : Message(context, connection, "We can't find that", "It may have been deleted, or you may not have permission to see it.", StatusCodes.Status404NotFound);

    /// <summary>A page with a message. What answers a form names the page to go back to, because the form's own address cannot be read.</summary>
    public static RazorComponentResult<MessagePage> Message(
        HttpContext context, AppConnection connection, string heading, string text, int status, string? back = null) =>
        new(new
        {
            Visitor = Visitor.Of(context),
            Here = back ?? (HttpMethods.IsGet(context.Request.Method) ? Links.Back(context.Request.Path + context.Request.QueryString) : "/"),
            BackTo = back,
            Heading = heading,
            Text = text,
            App = connection.Installed,
        })
        {
            StatusCode = status,
        };

    private static IEnumerable<JiraIssue> AncestorsOf(JiraIssue issue, LocalSite site)
    {
        for (var parent = site.Find(issue.ParentId); parent is not null; parent = site.Find(parent.ParentId))
        {
            yield return parent;
        }
    }
}
