using System.Text;
using System.Text.Json.Nodes;
using Addon.Sandbox;
using Addon.Sandbox.Signing;
using Xunit;

namespace Addon.Web.Tests.Sandbox;

/// <summary>The sandbox as <c>dotnet run</c> starts it, with ports and a folder of its own.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"straightline-sandbox-{Guid.NewGuid():N}");
    private SandboxApp? _app;

    /// <summary>The sandbox.</summary>
    public SandboxApp App => _app!;

    /// <summary>A client that follows nothing and adds nothing.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        _app = await SandboxApp.StartAsync(new SandboxOptions { DataFolder = _folder }, TestContext.Current.CancellationToken);

    /// <summary>Calls the local Jira's REST API as the app.</summary>
    public async Task<HttpResponseMessage> CallAsync(string method, string target, JsonNode? body = null, Action<TokenDraft>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var draft = new TokenDraft()
            .WithHeader("alg", "HS256")
            .With("iss", "straightline")
            .With("iat", now.ToUnixTimeSeconds())
            .With("exp", now.AddMinutes(3).ToUnixTimeSeconds())
            .With("qsh", SandboxQueryHash.Of(method, target));
        change?.Invoke(draft);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(App.SiteAddress, target));
        request.Headers.TryAddWithoutValidation("Authorization", $"JWT {ConnectTokens.SignHs256(draft, App.Jira.SharedSecret)}");
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The JSON of an answer that has to be a success.</summary>
    public async Task<JsonNode> ReadAsync(string method, string target, JsonNode? body = null)
    {
        using var answer = await CallAsync(method, target, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {target}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
