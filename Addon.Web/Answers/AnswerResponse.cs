using System.Text.Json.Serialization;
using Addon.Core.Answers;
using Addon.Web.Http;

namespace Addon.Web.Answers;

/// <summary>An answer as the API gives it.</summary>
internal sealed record AnswerResponse(
    string Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? KeyResultIds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null)
{
    public const string Linked = "linked";

    public const string NotKrWork = "notKrWork";

    private const string Unanswered = "unanswered";

    /// <summary>The answer in the API's words.</summary>
    public static AnswerResponse Of(Answer answer) => answer switch
    {
        Answer.Linked linked => new(Linked, KeyResultIds: [.. linked.KeyResults.Select(k => k.Value)]),
        Answer.NotKrWork not => new(NotKrWork, Reason: WireEnum.Of(not.Reason), Note: not.Note),
        _ => new(Unanswered),
    };
}
