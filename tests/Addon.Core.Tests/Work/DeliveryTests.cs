using Addon.Core.KeyResults;
using Addon.Core.ProjectPage;
using Addon.Core.Work;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Work;

public sealed class DeliveryTests
{
    [Fact]
    public void Without_Work_There_Is_No_Share() => new Delivery(0, 0).Share.ShouldBeNull();

    [Fact]
    public void Share_Is_Done_By_Total() => new Delivery(3, 4).Share.ShouldBe(0.75m);

    [Fact]
    public void Finished_Work_Never_Shows_As_Progress()
    {
        var keyResult = Samples.KeyResult();

        new PanelKeyResult(keyResult, new Delivery(12, 12), 0).KeyResult.Progress.ShouldBeNull();
        typeof(KeyResult).GetProperties().ShouldNotContain(p => p.PropertyType == typeof(Delivery));
    }
}
