using System.Net;
using Addon.Web.Tests.Hosting;
using Addon.Web.Tests.Ui;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

public sealed class MethodTests
{
    [Theory]
    [InlineData("GET", "/connect/installed", "POST")]
    [InlineData("DELETE", "/connect/webhooks", "POST")]
    [InlineData("POST", "/connect/issue-panel?issueId=1", "GET")]
    [InlineData("PATCH", "/api/v1/issues/1/answer", "DELETE, PUT")]
    public async Task A_Method_That_An_Address_Does_Not_Take_Is_Named(string method, string url, string allowed)
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.SendAsync(new HttpMethod(method), url, null, null);

        answer.Content.Headers.Allow.Order(StringComparer.Ordinal).ShouldBe(allowed.Split(", "));
        answer.Headers.WwwAuthenticate.ShouldBeEmpty();
        await Task.FromResult(answer).ShouldBeProblemAsync(405, "request.method_not_allowed");
    }

    [Theory]
    [InlineData("POST", "/connect/installed", HttpStatusCode.Unauthorized)]
    [InlineData("PUT", "/api/v1/issues/1/answer", HttpStatusCode.Unauthorized)]
    [InlineData("PUT", "/nowhere", HttpStatusCode.NotFound)]
    public async Task A_Method_That_It_Takes_Still_Needs_The_Token(string method, string url, HttpStatusCode status)
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.SendAsync(new HttpMethod(method), url, null, null);

        answer.StatusCode.ShouldBe(status);
    }
}
