using System.Globalization;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Sandbox.Pages;

/// <summary>What people do: each is a form of the site's own pages and ends in a page again.</summary>
internal static class ActionEndpoints
{
    private const decimal MostPoints = 9999;

    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/do/user", ChooseUserAsync);
        routes.MapPost("/do/theme", ChooseThemeAsync);
        routes.MapPost("/do/issues", CreateAsync);
        routes.MapPost("/do/issues/{id:long}/{action}", ChangeAsync);
        routes.MapPost("/do/webhooks/{action}", SendAgainAsync);
        routes.MapPost("/do/developer/{action}", DevelopAsync);
        routes.MapPost("/bridge/token", MintToken);
    }

    private static async Task<IResult> ChooseUserAsync(HttpContext context, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        return Then(Links.Back(form["back"]), () => Visitor.ChooseUser(context, form["user"].ToString()));
    }

    private static async Task<IResult> ChooseThemeAsync(HttpContext context, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        return Then(Links.Back(form["back"]), () => Visitor.ChooseTheme(context, form["theme"].ToString()));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, LocalSite site, AppConnection connection)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var visitor = Visitor.Of(context);
        var type = JiraIssueType.All.FirstOrDefault(t => t.Id == Number.Parse(form["type"]));
        if (JiraProject.Find(form["project"].ToString()) is not { } project || type is null)
        {
            return Refused(context, connection, "/", "Choose a project and a type.");
        }

        var back = Links.Issues(project);
        return visitor.User is { } user && visitor.May(Permissions.Edit, project)
            ? Trying(context, connection, back, () => Links.Issue(site.Create(user, project, type, form["summary"].ToString(), Number.Parse(form["parent"]))))
            : Forbidden(context, connection, back);
    }

    private static async Task<IResult> ChangeAsync(long id, string action, HttpContext context, LocalSite site, AppConnection connection)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var visitor = Visitor.Of(context);
        if (site.Find(id) is not { } issue || !visitor.May(Permissions.Browse, issue.Project))
        {
            return PageEndpoints.Hidden(context, connection);
        }

        var back = Links.Issue(issue);

        if (visitor.User is not { } user || !visitor.May(Permissions.Edit, issue.Project))
        {
            return Forbidden(context, connection, back);
        }

        return action switch
        {
            "transition" when JiraStatus.All.FirstOrDefault(s => s.Id == Number.Parse(form["status"])) is { } status =>
                Trying(context, connection, back, () => Links.Issue(site.Transition(user, id, status))),
            "edit" => Trying(
                context,
                connection,
                back,
                () => Links.Issue(site.Edit(user, id, form["summary"].ToString(), Points(form["points"].ToString()), Optional(form["assignee"])))),
            "parent" => Trying(context, connection, back, () => Links.Issue(site.SetParent(user, id, Number.Parse(form["parent"])))),
            "delete" => Trying(context, connection, back, () =>
            {
                site.Delete(user, id);
                return Links.Issues(issue.Project);
            }),
            _ => Refused(context, connection, back, "The local Jira has no such change."),
        };
    }

    private static async Task<IResult> SendAgainAsync(string action, HttpContext context, WebhookQueue queue, AppConnection connection)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var page = form["back"].ToString() is "/developer" ? "/developer" : "/webhooks";
        bool? sent = action switch
        {
            "again" => queue.SendLastAgain(),
            "twice" => queue.SendLastAgain(times: 2),
            "reversed" => queue.SendLastTwoOutOfOrder(),
            _ => null,
        };
        return sent is { } known
            ? Then($"{page}?done={(known ? action : DoneBanner.NothingToSend)}")
            : Refused(context, connection, page, "The local Jira has no such action.");
    }

    private static async Task<IResult> DevelopAsync(string action, AppConnection connection, DescriptorAddress descriptor, CancellationToken ct)
    {
        try
        {
            await (action switch
            {
                "reinstall" => connection.InstallAsync(descriptor.Url, newSecret: false, ct),
                "rotate" => connection.InstallAsync(descriptor.Url, newSecret: true, ct),
                "uninstall" => connection.UninstallAsync(ct),
                _ => Task.CompletedTask,
            });
            return Then($"/developer?done={Uri.EscapeDataString(action)}");
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException)
        {
            return Then($"/developer?problem={Uri.EscapeDataString(failure.Message)}");
        }
    }

    /// <summary>The token that the bridge hands to a frame: for the chosen person, with what the page shows.</summary>
    private static IResult MintToken(TokenRequest asked, HttpContext context, LocalSite site, AppConnection connection, SiteTokens tokens)
    {
        var visitor = Visitor.Of(context);
        var issue = asked.Issue is null ? null : site.Find(asked.Issue);
        var project = issue?.Project ?? (asked.Project is null ? null : JiraProject.Find(asked.Project));
        var isOfSite = asked is { Issue: null, Project: null };
        return connection.Installed is not null && (isOfSite || (project is not null && visitor.May(Permissions.Browse, project)))
            ? Results.Text(tokens.ForContext(visitor.User, issue, project))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Trying(HttpContext context, AppConnection connection, string back, Func<string> change)
    {
        try
        {
            return Then(change());
        }
        catch (SiteRuleException refusal)
        {
            return Refused(context, connection, back, refusal.Message);
        }
    }

    private static RazorComponentResult<MessagePage> Refused(HttpContext context, AppConnection connection, string back, string text) =>
        PageEndpoints.Message(context, connection, "That did not work", text, StatusCodes.Status400BadRequest, back);

    private static RazorComponentResult<MessagePage> Forbidden(HttpContext context, AppConnection connection, string back) =>
        PageEndpoints.Message(
            context, connection, "You may not do that", "You do not have permission to change issues in this project.", StatusCodes.Status403Forbidden, back);

    // 303: what follows a form is a page, to be read with GET.
    private static SeeOther Then(string location, Action? first = null)
    {
        first?.Invoke();
        return new SeeOther(location);
    }

    /// <summary>The story points that were written, or null for none. A comma is refused: it is a decimal sign to some and parts thousands for others.</summary>
    private static decimal? Points(string text)
    {
        if (text.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        return decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= MostPoints
            ? points
            : throw new SiteRuleException("Story points are a number from 0 to 9999, such as 3 or 0.5. Nothing was changed.");
    }

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    internal sealed record TokenRequest(string? Module, string? Issue, string? Project);

    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
