using Addon.Core.Common;
using Addon.Core.Scopes;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Scopes;

public sealed class ScopeTreeTests
{
    [Theory]
    [InlineData(ScopeKind.Team, ScopeKind.Department, null)]
    [InlineData(ScopeKind.Team, ScopeKind.Company, null)]
    [InlineData(ScopeKind.Department, ScopeKind.Company, null)]
    [InlineData(ScopeKind.Team, ScopeKind.Team, "scope.parent_not_higher")]
    [InlineData(ScopeKind.Department, ScopeKind.Department, "scope.parent_not_higher")]
    [InlineData(ScopeKind.Department, ScopeKind.Team, "scope.parent_not_higher")]
    [InlineData(ScopeKind.Company, ScopeKind.Company, "scope.company_has_no_parent")]
    [InlineData(ScopeKind.Company, ScopeKind.Department, "scope.company_has_no_parent")]
    public void Kinds_Strictly_Rise_On_The_Way_Up(ScopeKind kind, ScopeKind parent, string? code) =>
        (ScopeTree.Check(kind, new Scope { Id = ScopeId.New(), Kind = parent, Name = "Above" })?.Code).ShouldBe(code);

    [Theory]
    [InlineData(ScopeKind.Company)]
    [InlineData(ScopeKind.Department)]
    [InlineData(ScopeKind.Team)]
    public void Every_Kind_May_Stand_Below_Nothing(ScopeKind kind) => ScopeTree.Check(kind, null).ShouldBeNull();

    [Fact]
    public void A_Scope_Never_Stands_Below_Itself()
    {
        foreach (var kind in Enum.GetValues<ScopeKind>())
        {
            ScopeTree.Check(kind, new Scope { Id = ScopeId.New(), Kind = kind, Name = "Self" }).ShouldNotBeNull();
        }
    }
}
