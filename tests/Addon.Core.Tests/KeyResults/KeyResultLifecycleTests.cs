using Addon.Core.KeyResults;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.KeyResults;

public sealed class KeyResultLifecycleTests
{
    private static readonly HashSet<(KeyResultState From, KeyResultState To)> Legal =
    [
        (KeyResultState.Draft, KeyResultState.Baselining),
        (KeyResultState.Draft, KeyResultState.Active),
        (KeyResultState.Baselining, KeyResultState.Active),
        (KeyResultState.Baselining, KeyResultState.Killed),
        (KeyResultState.Active, KeyResultState.Achieved),
        (KeyResultState.Active, KeyResultState.Missed),
        (KeyResultState.Active, KeyResultState.Killed),
        (KeyResultState.Active, KeyResultState.Dormant),
        (KeyResultState.Dormant, KeyResultState.Active),
        (KeyResultState.Dormant, KeyResultState.Killed),
    ];

    [Fact]
    public void Only_The_Listed_Transitions_Are_Legal()
    {
        foreach (var from in Enum.GetValues<KeyResultState>())
        {
            foreach (var to in Enum.GetValues<KeyResultState>())
            {
                KeyResultLifecycle.Allows(from, to).ShouldBe(Legal.Contains((from, to)), $"{from} -> {to}");
            }
        }
    }

    [Fact]
    public void Next_States_Are_The_Legal_Ones() =>
        KeyResultLifecycle.Next(KeyResultState.Dormant).ShouldBe([KeyResultState.Active, KeyResultState.Killed]);
}
