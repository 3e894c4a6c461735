#pragma warning disable MA0048 // The parts of one answer.
using Addon.Core.Lint;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>What the writing help says.</summary>
internal sealed record LintResponse(
    IReadOnlyList<LintFindingResponse> Blocking,
    IReadOnlyList<LintFindingResponse> Warnings,
    IReadOnlyList<LintFindingResponse> Hints,
    IReadOnlyList<LintFindingResponse> Accepted,
    ParsedTargetResponse? Parsed)
{
    public static LintResponse Of(LintResult lint) => new(
        List(lint.Blocking), List(lint.Warnings), List(lint.Hints), List(lint.Accepted), lint.ParsedPair is { } parsed ? ParsedTargetResponse.Of(parsed) : null);

    private static IReadOnlyList<LintFindingResponse> List(IReadOnlyList<LintFinding> findings) => [.. findings.Select(LintFindingResponse.Of)];
}

/// <summary>One finding.</summary>
/// <param name="Rule">The rule's id, which an acceptance names.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Field">The field that it is about.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What it says, with an example of better.</param>
internal sealed record LintFindingResponse(string Rule, string Name, string Field, string Code, string Message)
{
    public static LintFindingResponse Of(LintFinding finding) => new(finding.Rule.Id, finding.Rule.Name, finding.Field, finding.Code, finding.Message);
}

/// <summary>The numbers that the title states.</summary>
internal sealed record ParsedTargetResponse(string? Direction, decimal? From, decimal? To, decimal? Low, decimal? High, string? Unit, string Per)
{
    public static ParsedTargetResponse Of(ParsedTarget parsed) => new(
        parsed.Direction is { } direction ? WireEnum.Of(direction) : null, parsed.From, parsed.To, parsed.Low, parsed.High, parsed.Unit, WireEnum.Of(parsed.Per));
}
