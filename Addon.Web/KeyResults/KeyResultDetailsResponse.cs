using Addon.Core.KeyResults;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>One key result as the API gives it, with what the writing help says and who it was written with.</summary>
internal sealed record KeyResultDetailsResponse : KeyResultResponse
{
    private KeyResultDetailsResponse(KeyResultDetails details)
        : base(details.Place.KeyResult, details.Numbers)
    {
        Transitions = [.. KeyResultLifecycle.Next(details.Place.KeyResult.State).Select(WireEnum.Of)];
        Lint = LintResponse.Of(details.Lint);
        CoAuthors = [.. details.CoAuthors.Select(CoAuthorResponse.Of)];
    }

    /// <summary>The states that may follow.</summary>
    public IReadOnlyList<string> Transitions { get; }

    /// <summary>What the writing help says.</summary>
    public LintResponse Lint { get; }

    /// <summary>Who it was written with.</summary>
    public IReadOnlyList<CoAuthorResponse> CoAuthors { get; }

    public static KeyResultDetailsResponse Of(KeyResultDetails details) => new(details);
}
