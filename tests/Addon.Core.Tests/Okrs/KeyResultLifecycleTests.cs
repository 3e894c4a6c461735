using Addon.Core.Okrs;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Okrs;

public sealed class KeyResultLifecycleTests
{
    private static readonly HashSet<(KeyResultState From, KeyResultState To)> Legal =
    [
        (KeyResultState.Draft, KeyResultState.Active),
        (KeyResultState.Draft, KeyResultState.Killed),
        (KeyResultState.Active, KeyResultState.Achieved),
        (KeyResultState.Active, KeyResultState.Missed),
        (KeyResultState.Active, KeyResultState.Killed),
    ];

    [Fact]
    public void Only_The_Listed_Transitions_And_Staying_Are_Legal()
    {
        foreach (var from in Enum.GetValues<KeyResultState>())
        {
            foreach (var to in Enum.GetValues<KeyResultState>())
            {
                KeyResultLifecycle.Allows(from, to).ShouldBe(from == to || Legal.Contains((from, to)), $"{from} -> {to}");
            }
        }
    }

    [Fact]
    public void Choices_Begin_With_The_Present_State() =>
        KeyResultLifecycle.Choices(KeyResultState.Active)
            .ShouldBe([KeyResultState.Active, KeyResultState.Achieved, KeyResultState.Missed, KeyResultState.Killed]);
}
