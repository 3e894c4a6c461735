using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Addon.Web.Http.OpenApi;
using Addon.Web.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Http;

public sealed partial class ApiDescriptionTests
{
    private const string Refresh = "STRAIGHTLINE_REFRESH_OPENAPI";

    private static readonly string CommittedFile = Path.Combine(RepositoryRoot.Path, "docs", "openapi.json");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_Committed_Description_Is_The_One_That_Is_Served()
    {
        await using var app = await AddonApp.StartAsync();
        var served = await app.Http.GetStringAsync(ApiDescription.Address, Ct);
        if (Environment.GetEnvironmentVariable(Refresh) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(CommittedFile, served, Ct);
        }

        var committed = await File.ReadAllTextAsync(CommittedFile, Ct);

        (served == committed).ShouldBeTrue(
            $"The API has changed. Look at the difference, then refresh docs/openapi.json: {Refresh}=1 dotnet test tests/Addon.Web.Tests --filter {nameof(ApiDescriptionTests)}");
    }

    [Fact]
    public async Task Every_Endpoint_Is_Described_With_A_Summary_A_Name_Answers_And_Refusals()
    {
        await using var app = await AddonApp.StartAsync();
        var paths = JsonNode.Parse(await app.Http.GetStringAsync(ApiDescription.Address, Ct))!["paths"]!;
        var names = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (method, path) in EndpointsOf(app))
        {
            var operation = paths[path]?[method.ToLowerInvariant()];
            operation.ShouldNotBeNull($"{method} {path} is not described");
            ((string?)operation["summary"]).ShouldNotBeNullOrWhiteSpace($"{method} {path}");
            names.Add((string)operation["operationId"]!).ShouldBeTrue($"{method} {path} has a name that is taken");
            operation["tags"]!.AsArray().Count.ShouldBe(1, $"{method} {path}");
            var answers = operation["responses"]!.AsObject();
            answers.ShouldContain(a => a.Key.StartsWith('2'), $"{method} {path}");
            answers.ShouldContain(a => a.Key == "403" && a.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"] != null, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Everybody_May_Read_And_Keep_It()
    {
        await using var app = await AddonApp.StartAsync();

        using var answer = await app.Http.GetAsync(new Uri(ApiDescription.Address, UriKind.Relative), Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, ApiDescription.Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var unchanged = await app.Http.SendAsync(again, Ct);

        answer.Headers.CacheControl!.Public.ShouldBeTrue();
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static IEnumerable<(string Method, string Path)> EndpointsOf(AddonApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = Constraint().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), "")
        where path.StartsWith("/api/v1/", StringComparison.Ordinal) && path != ApiDescription.Address
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, path);

    /// <summary>What a place in an address has to look like; descriptions leave it out.</summary>
    [GeneratedRegex(":[a-z]+(?=})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
