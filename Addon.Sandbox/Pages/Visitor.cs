using Addon.Sandbox.LocalJira;

namespace Addon.Sandbox.Pages;

/// <summary>Who looks at the site, and in which theme: the choice of the menu, kept in two cookies.</summary>
/// <param name="User">The chosen person; null is anonymous.</param>
/// <param name="Theme"><c>light</c> or <c>dark</c>.</param>
public sealed record Visitor(JiraUser? User, string Theme)
{
    private const string UserCookie = "sandbox-user";

    private const string ThemeCookie = "sandbox-theme";

    private const string Anonymous = "anonymous";

    public string Slug => User?.Slug ?? Anonymous;

    public string Name => User?.DisplayName ?? "Anonymous";

    public bool May(string permission, JiraProject project) => Permissions.Allows(User, project, permission);

    public static Visitor Of(HttpContext context)
    {
        var slug = context.Request.Cookies[UserCookie] ?? JiraUser.Engineer.Slug;
        var user = JiraUser.People.FirstOrDefault(u => string.Equals(u.Slug, slug, StringComparison.Ordinal));
        return new Visitor(user, context.Request.Cookies[ThemeCookie] is "dark" ? "dark" : "light");
    }

    public static void ChooseUser(HttpContext context, string slug) => context.Response.Cookies.Append(UserCookie, slug, Options());

    public static void ChooseTheme(HttpContext context, string theme) => context.Response.Cookies.Append(ThemeCookie, theme is "dark" ? "dark" : "light", Options());

    // Not "Secure": the sandbox is plain http on loopback.
    private static CookieOptions Options() => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true };
}
