using System.Text.Json.Nodes;

namespace Addon.Web.Tests.Roles;

/// <summary>One line of the matrix: an operation, what it is about, and what each role is answered.</summary>
/// <param name="Operation">The endpoint's name.</param>
/// <param name="Of">Whose things it is about.</param>
/// <param name="Expected">A letter for each role: A allowed (a success), F 403, N 404, P 403 <c>person.missing</c>.</param>
/// <param name="Request">Method and path below the API's root; names in braces are the site's.</param>
internal sealed record RoleRow(string Operation, Subject Of, string Expected, string Request)
{
    /// <summary>What is particular about it, where an operation has several lines for one subject.</summary>
    public string? Variant { get; init; }

    /// <summary>A valid body.</summary>
    public Func<RoleSite, JsonObject>? Body { get; init; }

    /// <summary>A body that nobody could have accepted; whoever is refused by role is refused in the same way with it.</summary>
    public Func<RoleSite, JsonObject> BadBody { get; init; } = _ => [];

    /// <summary>Instead of a body: a file.</summary>
    public Func<RoleSite, Task<HttpContent>>? File { get; init; }

    /// <summary>The path of what is edited: its version goes into <c>If-Match</c>.</summary>
    public string? Version { get; init; }

    /// <summary>What has to be there.</summary>
    public Func<RoleSite, Task>? Once { get; init; }

    /// <summary>What has to be there for each role that is allowed, since a success uses it up.</summary>
    public Func<RoleSite, Task>? Each { get; init; }

    /// <summary>Whether it takes no token at all.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The name of the test's case.</summary>
    public string Name => Operation + (Of == Subject.Site ? "" : $" of a {Of}".ToLowerInvariant()) + (Variant is null ? "" : $", {Variant}");

    /// <summary>The method.</summary>
    public string Method => Request[..Request.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>The path with its names.</summary>
    public string Path => Request[(Request.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The letter of a role.</summary>
    public char this[Role role] => Expected.Where(c => c != ' ').ElementAt((int)role);
}
