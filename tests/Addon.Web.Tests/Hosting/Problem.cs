using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Addon.Web.Tests.Hosting;

/// <summary>Assertions on refusals.</summary>
public static class Problem
{
    /// <summary>The answer is a problem of that status and code.</summary>
    /// <returns>The problem.</returns>
    public static async Task<JsonNode> ShouldBeProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!;
        problem["type"]!.GetValue<string>().ShouldBe($"urn:straightline:problem:{code}");
        return problem;
    }

    /// <summary>The answer is a 400 whose first error is that code on that field.</summary>
    public static async Task ShouldBeInvalidAsync(this HttpResponseMessage answer, string field, string code)
    {
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
        problem["errors"]!.AsArray().ShouldContain(error => error!["field"]!.GetValue<string>() == field && error["code"]!.GetValue<string>() == code, problem.ToJsonString());
    }
}
