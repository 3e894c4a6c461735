using Addon.Core.Audit;
using Addon.Core.Common;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Audit;

public sealed class AuditFilterTests
{
    [Fact]
    public void Everything_Is_A_Fine_Question() => AuditFilter.All.Validate().ShouldBeEmpty();

    [Fact]
    public void Everything_That_Is_Wrong_Is_Told_At_Once() =>
        new AuditFilter { Actor = new AccountId("two words"), Action = new string('a', 101), EntityId = "x", From = DateTimeOffset.UnixEpoch, Until = DateTimeOffset.UnixEpoch }
            .Validate().Select(e => $"{e.Field}:{e.Code}")
            .ShouldBe(["actor:audit.actor_invalid", "action:audit.action_invalid", "entityType:audit.entity_type_missing", "until:audit.until_not_after_from"]);
}
