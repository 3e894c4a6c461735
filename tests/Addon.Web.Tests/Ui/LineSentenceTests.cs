using Addon.Web.Ui;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Ui;

public sealed class LineSentenceTests
{
    [Fact]
    public async Task The_Sentence_Has_The_Words_Of_The_Domain()
    {
        var line = Okr.Line(Okr.KeyResult());
        var page = await Rendering.ParseAsync<LineSentence>(new { Subject = "PAY-12", Line = line });

        page.QuerySelector(".sentence")!.TextContent.ShouldBe(line.ToSentence("PAY-12"));
        page.QuerySelectorAll("em").Select(e => e.TextContent).ShouldBe(["Reduce P1 incidents", "Payments never stop", "Raise availability", "Run a service people trust"]);
    }

    [Fact]
    public void Any_Title_Is_Told_In_The_Words_Of_The_Domain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyString>(),
            text =>
            {
                // What HTML itself changes when it is read (line ends, characters that no document may hold) is not the sentence's doing.
                var title = new string([.. text.Get.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c < '\uFDD0')]);
                var line = Okr.Line(Okr.KeyResult(title: title));
                var page = Rendering.ParseAsync<LineSentence>(new { Subject = "PAY-12", Line = line }).GetAwaiter().GetResult();
                return string.Equals(page.QuerySelector(".sentence")!.TextContent, line.ToSentence("PAY-12"), StringComparison.Ordinal);
            }));
}
