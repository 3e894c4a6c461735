using System.Globalization;
using Addon.Sandbox.Connect;
using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Pages;

/// <summary>What people do: each is a form of the site's own pages and ends in a page again.</summary>
internal static class ActionEndpoints
{
    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/do/user", ChooseUserAsync);
        routes.MapPost("/do/theme", ChooseThemeAsync);
        routes.MapPost("/do/issues", CreateAsync);
        routes.MapPost("/do/issues/{id:long}/{action}", ChangeAsync);
        routes.MapPost("/do/webhooks/again", (WebhookQueue queue) => Then("/webhooks", queue.SendLastAgain));
        routes.MapPost("/do/webhooks/reversed", (WebhookQueue queue) => Then("/webhooks", queue.SendLastTwoOutOfOrder));
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

    private static async Task<IResult> CreateAsync(HttpContext context, LocalSite site)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var visitor = Visitor.Of(context);
        var type = JiraIssueType.All.FirstOrDefault(t => t.Id == Number.Parse(form["type"]));
        if (JiraProject.Find(form["project"].ToString()) is not { } project || type is null)
        {
            return Results.BadRequest();
        }

        return visitor.User is { } user && visitor.May(Permissions.Edit, project)
            ? Trying(() => Links.Issue(site.Create(user, project, type, form["summary"].ToString(), Number.Parse(form["parent"]))))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> ChangeAsync(long id, string action, HttpContext context, LocalSite site)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var visitor = Visitor.Of(context);
        if (site.Find(id) is not { } issue || !visitor.May(Permissions.Browse, issue.Project))
        {
            return Results.NotFound();
        }

        if (visitor.User is not { } user || !visitor.May(Permissions.Edit, issue.Project))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return action switch
        {
            "transition" when JiraStatus.All.FirstOrDefault(s => s.Id == Number.Parse(form["status"])) is { } status =>
                Trying(() => Links.Issue(site.Transition(user, id, status))),
            "edit" => Trying(() => Links.Issue(site.Edit(user, id, form["summary"].ToString(), Points(form["points"]), Optional(form["assignee"])))),
            "parent" => Trying(() => Links.Issue(site.SetParent(user, id, Number.Parse(form["parent"])))),
            "delete" => Trying(() =>
            {
                site.Delete(user, id);
                return Links.Issues(issue.Project);
            }),
            _ => Results.BadRequest(),
        };
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
            return Then("/developer");
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
        return connection.Installed is not null && project is not null && visitor.May(Permissions.Browse, project)
            ? Results.Text(tokens.ForContext(visitor.User, issue, project))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static IResult Trying(Func<string> change)
    {
        try
        {
            return Then(change());
        }
        catch (SiteRuleException refusal)
        {
            return Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    // 303: what follows a form is a page, to be read with GET.
    private static SeeOther Then(string location, Action? first = null)
    {
        first?.Invoke();
        return new SeeOther(location);
    }

    private static decimal? Points(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var points) ? points : null;

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
