using Addon.Core.Common;
using Addon.Core.KeyResults;
using Addon.Web.Connect;
using Addon.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Addon.Web.KeyResults;

/// <summary>Answers what was done to a key result with how it is now; a conflict, too, so that nobody's text is lost.</summary>
internal sealed class KeyResultAnswers(ReadKeyResult read)
{
    /// <summary>The key result after a change, or why it was refused.</summary>
    public async Task<Results<Versioned<KeyResultDetailsResponse>, ProblemHttpResult>> AnswerAsync(
        Caller caller, Outcome<KeyResult> outcome, Guid id, CancellationToken ct, bool created = false)
    {
        if (!outcome.Succeeded)
        {
            return await RefuseAsync(caller, outcome.Error, id, ct);
        }

        return await read.DescribeAsync(caller.Tenant, outcome.Value.Id, ct) is { } details
            ? Answer(details, created)
            : Problems.From(new(ErrorKind.NotFound, "key_result.not_found", "There is no such key result on this site."));
    }

    /// <summary>A refusal; with the present key result when it is a conflict.</summary>
    public async Task<ProblemHttpResult> RefuseAsync(Caller caller, DomainError error, Guid id, CancellationToken ct) => Problems.From(
        error,
        error.Kind == ErrorKind.Conflict && await read.DescribeAsync(caller.Tenant, new KeyResultId(id), ct) is { } current ? KeyResultDetailsResponse.Of(current) : null);

    /// <summary>A key result with its entity tag.</summary>
    public static Versioned<KeyResultDetailsResponse> Answer(KeyResultDetails details, bool created = false) => new(
        KeyResultDetailsResponse.Of(details),
        details.Place.KeyResult.Version,
        created ? $"/api/v1/key-results/{details.Place.KeyResult.Id.Value}" : null);
}
