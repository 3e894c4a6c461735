using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>The local Jira takes only what the app has signed for exactly that call, so that a wrong signature of the add-on shows in development.</summary>
public sealed class RestTokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static TheoryData<string, Action<TokenDraft>> Mistakes => new()
    {
        { "hash of another query", t => t.With("qsh", SandboxQueryHash.Of("GET", "/rest/api/3/myself?expand=x")) },
        { "hash of another method", t => t.With("qsh", SandboxQueryHash.Of("POST", "/rest/api/3/myself")) },
        { "context token's hash", t => t.With("qsh", "context-qsh") },
        { "no hash", t => t.With("qsh", null) },
        { "site as issuer", t => t.With("iss", "somebody-else") },
        { "expired", t => t.With("exp", Now.AddMinutes(-2).ToUnixTimeSeconds()).With("iat", Now.AddMinutes(-5).ToUnixTimeSeconds()) },
        { "no expiry", t => t.With("exp", null) },
        { "from the future", t => t.With("iat", Now.AddMinutes(5).ToUnixTimeSeconds()).With("exp", Now.AddMinutes(8).ToUnixTimeSeconds()) },
        { "a day long", t => t.With("exp", Now.AddDays(1).ToUnixTimeSeconds()) },
        { "no algorithm", t => t.WithHeader("alg", "none") },
        { "another algorithm", t => t.WithHeader("alg", "HS512") },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_Token_With_A_Mistake_Answers_401(string mistake, Action<TokenDraft> change)
    {
        using var answer = await sandbox.CallAsync("GET", "/rest/api/3/myself", change: change);
        ((int)answer.StatusCode).ShouldBe(401, mistake);
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ct))!["errorMessages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_Token_Signed_With_Another_Secret_Answers_401()
    {
        var draft = new TokenDraft().WithHeader("alg", "HS256").With("iss", "straightline").With("iat", Now.ToUnixTimeSeconds())
            .With("exp", Now.AddMinutes(3).ToUnixTimeSeconds()).With("qsh", SandboxQueryHash.Of("GET", "/rest/api/3/myself"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.App.SiteAddress, "/rest/api/3/myself"));
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {ConnectTokens.SignHs256(draft, new string('x', 40))}");
        using var answer = await sandbox.Http.SendAsync(request, Ct);
        ((int)answer.StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task A_Get_With_A_Body_Answers_403()
    {
        using var answer = await sandbox.CallAsync("GET", "/rest/api/3/myself", new JsonObject { ["a"] = 1 });
        ((int)answer.StatusCode).ShouldBe(403);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", null)]
    [InlineData(null, null)]
    [InlineData(null, "evil.example")]
    public async Task Other_Pages_And_Other_Names_Cannot_Change_Anything(string? origin, string? host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(sandbox.App.SiteAddress, "/do/developer/uninstall"));
        request.Content = new StringContent("", Encoding.UTF8, "application/x-www-form-urlencoded");
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        request.Headers.Host = host;
        using var answer = await sandbox.Http.SendAsync(request, Ct);
        ((int)answer.StatusCode).ShouldBe(403);
        sandbox.App.Jira.IsInstalled.ShouldBeTrue();
    }
}
