using System.Text.Json.Nodes;

namespace Addon.Sandbox.Rest;

/// <summary>Answers in Jira's shapes.</summary>
internal static class RestAnswers
{
    public static IResult Error(int status, params IReadOnlyList<string> messages) => Results.Json(
        new JsonObject
        {
            ["errorMessages"] = new JsonArray([.. messages.Select(m => JsonValue.Create(m))]),
            ["errors"] = new JsonObject(),
        },
        statusCode: status);

    public static IResult NoSuchIssue() => Error(StatusCodes.Status404NotFound, "Issue does not exist or you do not have permission to see it.");

    public static IResult NoSuchProject(string idOrKey) =>
        Error(StatusCodes.Status404NotFound, $"No project could be found with key or id '{idOrKey}'.");
}
