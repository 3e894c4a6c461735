using System.Reflection;
using System.Text.RegularExpressions;
using Addon.Core.Common;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests;

/// <summary>The walls between the rooms. Where a wall has to move, move it here and say why in an ADR.</summary>
public sealed partial class BorderTests
{
    /// <summary>A room, and the namespaces that its files may not use.</summary>
    public static TheoryData<string, string[]> Walls => new()
    {
        { "Addon.Core", ["Microsoft.AspNetCore", "Microsoft.Data", "Microsoft.Extensions.Configuration", "System.Data", "System.Net", "System.Text.Json", "Dapper", "Polly", "Addon.Web"] },
        { "Addon.Web/Answers", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Okrs", "Addon.Web.Webhooks"] },
        { "Addon.Web/Okrs", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Webhooks"] },
        { "Addon.Web/Ui", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs", "Addon.Web.Webhooks"] },
        { "Addon.Web/Webhooks", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs"] },
        { "Addon.Web/Health", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs"] },
        { "Addon.Web/Connect", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs", "Addon.Web.Webhooks"] },
        { "Addon.Web/Forge", ["Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs", "Addon.Web.Webhooks"] },
        { "Addon.Web/Data", ["Microsoft.AspNetCore", "Addon.Web.Connect", "Addon.Web.Jira", "Addon.Web.Answers", "Addon.Web.Okrs", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Http"] },
        { "Addon.Web/Jira", ["Microsoft.AspNetCore", "Dapper", "Microsoft.Data", "System.Data", "Addon.Web.Data", "Addon.Web.Answers", "Addon.Web.Okrs", "Addon.Web.Webhooks", "Addon.Web.Ui", "Addon.Web.Http"] },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_Room_Stays_Behind_Its_Walls(string room, string[] banned)
    {
        var folder = Path.Combine(RepositoryRoot.Path, room);
        var crossings =
            from file in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor"
            from used in UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups["namespace"].Value)
            where banned.Any(b => string.Equals(used, b, StringComparison.Ordinal) || used.StartsWith(b + ".", StringComparison.Ordinal))
            select $"{Path.GetRelativePath(RepositoryRoot.Path, file)} uses {used}";

        crossings.ShouldBeEmpty();
    }

    /// <summary>The web SDK's implicit usings make some of ASP.NET's types nameable without a line that says so.</summary>
    [Theory]
    [InlineData("Addon.Web.Data")]
    [InlineData("Addon.Web.Jira")]
    public void A_Room_That_Is_Not_The_Webs_Has_None_Of_Its_Types_In_A_Signature(string room)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var crossings =
            from type in typeof(AddonHost).Assembly.GetTypes()
            where type.Namespace == room || type.Namespace?.StartsWith(room + ".", StringComparison.Ordinal) is true
            from used in type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
                .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
                .Concat(type.GetFields(All).Select(f => f.FieldType))
            where used.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) is true
            select $"{type} uses {used}";

        crossings.ShouldBeEmpty();
    }

    [Fact]
    public void Core_References_Nothing_But_The_Base_Library()
    {
        string[] allowed = ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Threading", "System.Private.CoreLib"];

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

    [GeneratedRegex(@"^\s*@?(global )?using (static )?(\w+ = )?(?<namespace>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsingLine();
}
