using System.Reflection;
using System.Text.RegularExpressions;
using Addon.Core.Common;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Borders;

/// <summary>The walls between the rooms. Where a wall has to move, move it here and say why in ADR 0001.</summary>
public sealed partial class BorderTests
{
    /// <summary>What calls to Jira need of the edge: who is installed, who we are, and how a URL is hashed.</summary>
    private static readonly string[] OpenToJira = ["InstallationDirectory", "AddonOptions", "QueryStringHash"];

    private static readonly Assembly[] Product = [typeof(TenantId).Assembly, typeof(AddonHost).Assembly];

    private static readonly Lazy<ILookup<string, (Type User, Type Used)>> Uses = new(() =>
        (from assembly in Product
         from type in assembly.GetTypes()
         from used in TypeUses.Of(type)
         select (Room: RoomOf(type), User: type, Used: used)).ToLookup(u => u.Room, u => (u.User, u.Used), StringComparer.Ordinal));

    /// <summary>The rooms that serve features; every other folder of the host is a feature.</summary>
    private static readonly string[] Serving = ["Connect", "Data", "Forge", "Health", "Hosting", "Http", "Jira", "Ui", "Webhooks"];

    private static readonly string[] Sql = ["Dapper", "Microsoft.Data", "System.Data"];

    private static readonly string[] Features =
    [
        .. Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "Addon.Web"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(folder => Path.GetFileName(folder))
            .Except([.. Serving, "bin", "obj"], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A room, and the namespaces that its files may not use.</summary>
    public static TheoryData<string, string[]> Walls
    {
        get
        {
            var features = Features.Select(f => $"Addon.Web.{f}").ToArray();
            var walls = new TheoryData<string, string[]>
            {
                { "Addon.Core", ["Microsoft.AspNetCore", "Microsoft.Extensions.Configuration", "System.Net", "System.Text.Json", "Polly", "Addon.Web", .. Sql] },
                { "Addon.Web/Ui", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Webhooks", .. features, .. Sql] },
                { "Addon.Web/Webhooks", ["Addon.Web.Data", "Addon.Web.Jira", .. features, .. Sql] },
                { "Addon.Web/Health", ["Addon.Web.Jira", .. features, .. Sql] },
                { "Addon.Web/Connect", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Webhooks", .. features, .. Sql] },
                { "Addon.Web/Forge", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Webhooks", .. features, .. Sql] },
                { "Addon.Web/Hosting", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Connect", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Http", .. features, .. Sql] },
                { "Addon.Web/Http", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Connect", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Hosting", .. features, .. Sql] },
                { "Addon.Web/Data", ["Microsoft.AspNetCore", "Addon.Web.Connect", "Addon.Web.Jira", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Http", .. features] },
                { "Addon.Web/Jira", ["Microsoft.AspNetCore", "Addon.Web.Data", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Http", .. features, .. Sql] },
            };
            foreach (var feature in Features)
            {
                walls.Add($"Addon.Web/{feature}", ["Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Webhooks", .. Sql]);
            }

            return walls;
        }
    }

    /// <summary>Each wall's every ban.</summary>
    public static TheoryData<string, string> Bans =>
    [
        .. Walls.SelectMany(wall => wall.Data.Item2.Select(ban => (wall.Data.Item1, ban))),
    ];

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_Room_Stays_Behind_Its_Walls(string room, string[] banned) =>
        UsesOf(room).Where(u => Array.Exists(banned, b => TypeUses.IsWithin(u.Used.Namespace, b))).Select(u => $"{u.User} uses {u.Used}").ShouldBeEmpty();

    /// <summary>A constant is copied by the compiler; the line that brings it in is all that shows.</summary>
    [Theory]
    [MemberData(nameof(Walls))]
    public void No_File_Of_A_Room_Opens_A_Banned_Namespace(string room, string[] banned)
    {
        var crossings =
            from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, room), "*.*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor"
            from used in UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups["namespace"].Value)
            where Array.Exists(banned, b => TypeUses.IsWithin(used, b))
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)} uses {used}";

        crossings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Bans))]
    public void Every_Ban_Is_Of_Something_That_The_Product_Uses_Elsewhere(string room, string ban)
    {
        UsesOf(room).ShouldNotBeEmpty("a room without code cannot cross a wall");
        Uses.Value.Where(other => !TypeUses.IsWithin(other.Key, Space(room))).SelectMany(other => other)
            .ShouldContain(u => TypeUses.IsWithin(u.Used.Namespace, ban), "a misspelt ban bans nothing");
    }

    [Fact]
    public void Dapper_Is_Used_By_The_Data_Room_Alone() =>
        Uses.Value.Where(room => room.Any(u => TypeUses.IsWithin(u.Used.Namespace, "Dapper")))
            .Select(room => TypeUses.IsWithin(room.Key, "Addon.Web.Data") ? "Addon.Web.Data" : room.Key).Distinct(StringComparer.Ordinal).ShouldBe(["Addon.Web.Data"]);

    [Fact]
    public void Jira_Uses_Three_Types_Of_The_Edge() =>
        UsesOf("Addon.Web/Jira").Select(u => u.Used).Where(t => TypeUses.IsWithin(t.Namespace, "Addon.Web.Connect"))
            .Select(t => t.Name).Distinct(StringComparer.Ordinal).ShouldBe(OpenToJira, ignoreOrder: true);

    [Fact]
    public void Core_References_Nothing_But_The_Base_Library()
    {
        string[] allowed =
        [
            "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "System.Memory", "System.Runtime.InteropServices", "System.Security.Cryptography",
            "System.Text.RegularExpressions",
            "System.Threading", "System.Private.CoreLib",
        ];

        typeof(TenantId).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Except(allowed, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_Product_Knows_Nothing_Of_The_Sandbox()
    {
        typeof(AddonHost).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name!.Contains("Sandbox", StringComparison.Ordinal));
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Addon.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".csproj", StringComparison.Ordinal) && File.ReadAllText(f).Contains("Addon.Sandbox", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<(Type User, Type Used)> UsesOf(string room) => Uses.Value.Where(r => TypeUses.IsWithin(r.Key, Space(room))).SelectMany(r => r);

    private static string Space(string room) => room.Replace('/', '.');

    private static string RoomOf(Type type) => type.DeclaringType is { } outer ? RoomOf(outer) : type.Namespace ?? "";

    [GeneratedRegex(@"^\s*@?(global )?using (static )?(\w+ = )?(?<namespace>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsingLine();
}
