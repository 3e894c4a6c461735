using System.Text.Json.Nodes;
using Shouldly;

namespace Addon.Web.Tests.Ui;

internal static class ProblemAssertions
{
    /// <summary>Expects a ProblemDetails with this status and code, and errors at exactly these fields (<c>field:code</c>).</summary>
    public static async Task ShouldBeProblemAsync(this Task<HttpResponseMessage> call, int status, string code, params string[] fields)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        (response.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json", text);
        var problem = JsonNode.Parse(text)!;
        ((string)problem["type"]!).ShouldBe("urn:straightline:problem:" + code);
        ((string)problem["title"]!).ShouldNotBeNullOrWhiteSpace();
        (problem["errors"]?.AsArray() ?? []).Select(e => $"{e!["field"]}:{e["code"]}").ShouldBe(fields, ignoreOrder: true);
    }
}
