namespace Addon.Web.Jira;

/// <summary>Runs each call through <see cref="JiraResilience"/>. Outside of the signing, so that each attempt has a fresh token.</summary>
internal sealed class ResilienceHandler(JiraResilience resilience) : DelegatingHandler
{
    /// <summary>The longest answer that is read: a page of a hundred issues with the few fields that we ask for is a twentieth of it.</summary>
    public const int LongestAnswer = 4 * 1024 * 1024;

    /// <summary>Marks a request that changes nothing although its method is not GET.</summary>
    public static readonly HttpRequestOptionsKey<bool> Repeatable = new("straightline.repeatable");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var repeatable = request.Method == HttpMethod.Get || request.Options.TryGetValue(Repeatable, out _);
        return resilience.RunAsync(JiraSite.Of(request).Tenant, repeatable, ct => AttemptAsync(request, ct), cancellationToken);
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await base.SendAsync(request, ct);
        try
        {
            // Read here, so that an answer that breaks off or trickles counts as a failed attempt too.
            await response.Content.LoadIntoBufferAsync(LongestAnswer, ct);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
