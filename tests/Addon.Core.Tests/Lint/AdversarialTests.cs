using System.Text.RegularExpressions;
using Addon.Core.KeyResults;
using Addon.Core.Lint;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Addon.Core.Tests.Lint;

/// <summary>Whatever is typed or pasted: an answer, always the same, and no search that runs into its limit.</summary>
public sealed class AdversarialTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly string[] Fragments =
    [
        "from", "to", "->", "→", "12", "4", "1,800", "1 800", "99.9%", "€0.42", "$5k", "per month", "by 30%", "P1", "p95", "Q3 2026", "30 September", "within 7 days", "ms", "h", "k", "incidents",
        "Keep", "below", "at or above", "between", "and", "Launch", "Write", "all", "migrated", "continue to", "as needed", "velocity", "(", ")", ".", ",", "-", "/", "'", "%", "٣", "é", "😀", "\uD83D", "·", "\u00A0",
    ];

    private static readonly string[] Repeated =
    [
        "1", "9.", "1,", "1 ", "1 000 ", "1'", "-", "->", "→", "%", "% ", "1% ", "%1", " ", "\t", "\u00A0", "\u200B", "·", "from ", "from 1 ", "to ", "to 1 ", "from 1 to 2 ", "from from to ", "by 1% ", "per 1 ", "per month ",
        "a", "a1", "a-1", "a.1", "1a", "a ", "all a ", "all of the ", "100% of the things ", "every is are been ", "1 a ", "within 1 ", "within the last 1 ", "1 jan ", "jan 1, ", "Q1 ", "Q1/Q1", "sev 1", "iso/iec 1", "1/1/", "1-1-",
        "٣", "１", "²", "😀", "\uD83D", "\uDE00", "e\u0301", "\u202E", "\0", "(", "((1", "currently ", "between 1 and ", "keep ", "keep below 1 ", "less than ", "zero ", "to zero ", "$", "€1k", "1k", "1 million ", "x", "ß", "İ", "ı",
        "limit a to ", "as much as ", "stay ", "1x ", "+1% more ", "/ ", "1 / ", "1.1.1", "v1.", "p99.9.",
    ];

    public static TheoryData<string> Pieces => [.. Repeated];

    [Theory]
    [MemberData(nameof(Pieces), DisableDiscoveryEnumeration = true)]
    public void Endless_Repetition_Is_Read_Without_Reaching_A_Limit(string piece)
    {
        foreach (var length in (int[])[KeyResultDraft.MaxTitle, 4_000])
        {
            var repeated = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
            foreach (var title in (string[])[repeated, "from 12 to " + repeated, "Write " + repeated, repeated + "!", "Keep a below " + repeated + "x"])
            {
                // A limit that is reached throws here, which a finding alone would not show.
                _ = TitleReading.Of(title);
                Linter.Check(new() { Title = title, Metric = title, Unit = title, From = 1, To = 2 }).Skipped.ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Any_Text_Gets_An_Answer() => Prop
        .ForAll(ArbMap.Default.ArbFor<string?>(), title => Linter.Check(new() { Title = title, Metric = title, Unit = title }).Skipped.Count == 0)
        .Check(Many);

    [Fact]
    public void Any_Words_Of_The_Trade_Get_An_Answer_That_Depends_Neither_On_Spaces_Around_Nor_On_Case() => Prop
        .ForAll(Titles, title =>
        {
            var ids = Ids(title);
            return ids == Ids("  " + title + " \t") && ids == Ids(title.ToUpperInvariant()) && ids == Ids(title.ToLowerInvariant());
        })
        .Check(Many);

    [Fact]
    public void Whatever_Is_Read_From_A_Title_Agrees_With_It() => Prop
        .ForAll(Titles, title => FromToParser.Parse(title) is not { } parsed || !Linter.Check(Filled(title, parsed)).All.Any(f => f.Rule == LintRules.Agreement))
        .Check(Many);

    [Fact]
    public void What_Lies_Beyond_The_Longest_Title_Is_Not_Read()
    {
        var title = "Improve reliability " + new string('x', 230) + " from 12 to 4";

        FromToParser.Parse(title).ShouldBeNull();
        Wording.IdsOf(Linter.Check(new() { Title = title })).ShouldBe(["M1"]);
    }

    [Fact]
    public void A_Cut_Does_Not_Split_A_Character() => TitleText.Normalise(new string('x', 249) + "😀").ShouldBe(new string('x', 249));

    [Fact]
    public void A_Rule_That_Takes_Too_Long_Stays_Silent_And_Is_Named()
    {
        TextRule[] rules = [new(LintRules.Firm, (_, _) => throw new RegexMatchTimeoutException()), new(LintRules.Single, (_, _) => LintFinding.Of(LintRules.Single, "title", "seen."))];

        var result = Linter.Check(new() { Title = "Anything" }, TitleReading.Of, rules);

        result.Skipped.ShouldBe(["H1"]);
        result.Warnings.ShouldHaveSingleItem().Rule.ShouldBe(LintRules.Single);
    }

    [Fact]
    public void A_Title_That_Takes_Too_Long_Silences_The_Text_Rules_Only()
    {
        var result = Linter.Check(new() { Title = "Anything" }, _ => throw new RegexMatchTimeoutException(), [new(LintRules.Firm, (_, _) => null)]);

        result.Skipped.ShouldBe(["H1"]);
        result.ParsedPair.ShouldBeNull();
        result.Blocking.Count.ShouldBe(4);
    }

    private static Arbitrary<string> Titles => Gen.Elements(Fragments).ListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    private static string Ids(string title) => string.Join(' ', Linter.Check(new() { Title = title }).All.Select(f => f.Rule.Id));

    private static LintSubject Filled(string title, ParsedTarget parsed) => new()
    {
        Title = title,
        Direction = parsed.Direction,
        From = parsed.From,
        To = parsed.To,
        Low = parsed.Low,
        High = parsed.High,
        Unit = parsed.Unit,
        Per = parsed.Per,
    };
}
