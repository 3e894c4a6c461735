using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Addon.Sandbox.Signing;
using Addon.Web.Connect;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Connect;

/// <summary>Every way of getting in that somebody has tried on an app like this one. Each is refused, with one and the same answer.</summary>
public sealed class HostileTokenTests(HostileApp hostile) : IClassFixture<HostileApp>
{
    private const string TheAnswer = """{"type":"urn:straightline:problem:authentication.failed","title":"This request could not be authenticated.","status":401}""";

    private static readonly ConnectTokenKind[] AllKinds = Enum.GetValues<ConnectTokenKind>();
    private static readonly ConnectTokenKind[] SharedSecretKinds = [ConnectTokenKind.Page, ConnectTokenKind.Webhook, ConnectTokenKind.Session];
    private static readonly ConnectTokenKind[] UrlKinds = [ConnectTokenKind.Lifecycle, ConnectTokenKind.Page, ConnectTokenKind.Webhook];
    private static readonly ConnectTokenKind[] HeaderKinds = [ConnectTokenKind.Lifecycle, ConnectTokenKind.Webhook, ConnectTokenKind.Session];

    private delegate Task<HttpResponseMessage> Attack(HostileApp on, ConnectTokenKind kind);

    /// <summary>The attacks on every kind.</summary>
    private static readonly Dictionary<string, Attack> OnAll = new(StringComparer.Ordinal)
    {
        ["no token"] = (on, kind) => on.SendAsync(kind, null),
        ["empty token"] = (on, kind) => on.SendAsync(kind, ""),
        ["one word"] = (on, kind) => on.SendAsync(kind, "token"),
        ["only dots"] = (on, kind) => on.SendAsync(kind, ".."),
        ["two segments"] = (on, kind) => on.SendAsync(kind, string.Join('.', on.Token(kind).Split('.')[..2])),
        ["four segments"] = (on, kind) => on.SendAsync(kind, on.Token(kind) + ".x"),
        ["five segments"] = (on, kind) => on.SendAsync(kind, on.Token(kind) + ".x.y"),
        ["empty signature"] = (on, kind) => on.SendAsync(kind, string.Join('.', on.Token(kind).Split('.')[..2]) + "."),
        ["unicode garbage"] = (on, kind) => on.SendAsync(kind, "ключ.\u200Fкляуза.💥"),
        ["percent garbage"] = (on, kind) => on.SendAsync(kind, "%00%ff.%c0%af.%zz"),
        ["giant token"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("padding", new string('x', 7 * 1024)))),
        ["header not JSON"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 0, HostileApp.Part("alg=none"))),
        ["payload not JSON"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 1, HostileApp.Part("{\"iss\":"))),
        ["payload an array"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 1, HostileApp.Part("[]"))),
        ["payload null"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 1, HostileApp.Part("null"))),
        ["payload nested deeply"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("deep", Deep(40)))),
        ["payload not base64"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 1, "!!!!")),
        ["claim twice"] = (on, kind) => on.SendAsync(kind, on.SignRaw(kind, json => json.Replace("{\"iss\"", "{\"iss\":\"someone-else\",\"iss\"", StringComparison.Ordinal))),
        ["payload changed after signing"] = (on, kind) => on.SendAsync(kind, Replace(on.Token(kind), 1, HostileApp.Part(HostileApp.Json(on.Draft(kind).With("sub", "admin").Claims)))),
        ["signature changed"] = (on, kind) => on.SendAsync(kind, Flip(on.Token(kind))),
        ["signature cut"] = (on, kind) => on.SendAsync(kind, on.Token(kind)[..^8]),
        ["alg none, no signature"] = (on, kind) => on.SendAsync(kind, ConnectTokens.Join(on.Draft(kind).WithHeader("alg", "none"), _ => [])),
        ["alg none, a signature"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("alg", "none"))),
        ["alg None"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("alg", "None"))),
        ["alg in lower case"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("alg", d.Header["alg"]!.GetValue<string>().ToLowerInvariant()))),
        ["alg missing"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("alg", null))),
        ["alg a number"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("alg", 256))),
        ["alg HS384"] = (on, kind) => on.SendAsync(kind, ConnectTokens.Join(on.Draft(kind).WithHeader("alg", "HS384"), data => HMACSHA384.HashData(Encoding.UTF8.GetBytes(on.Site.Secret), data))),
        ["alg HS512"] = (on, kind) => on.SendAsync(kind, ConnectTokens.Join(on.Draft(kind).WithHeader("alg", "HS512"), data => HMACSHA512.HashData(Encoding.UTF8.GetBytes(on.Site.Secret), data))),
        ["public key as HMAC secret"] = (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind).WithHeader("alg", "HS256").WithHeader("kid", on.App.InstallKey.Id), on.App.InstallKey.PublicPem)),
        ["public key as HMAC secret under RS256"] = (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind).WithHeader("alg", "RS256").WithHeader("kid", on.App.InstallKey.Id), on.App.InstallKey.PublicPem)),
        ["key of the attacker"] = (on, kind) => on.SendAsync(kind, SignWithOwnKey(on.Draft(kind).WithHeader("alg", "RS256").WithHeader("kid", on.App.InstallKey.Id))),
        ["jwk in the header"] = (on, kind) => on.SendAsync(kind, SignWithOwnKey(on.Draft(kind).WithHeader("alg", "RS256").WithHeader("kid", on.App.InstallKey.Id).WithHeader("jku", "https://evil.example/keys"))),
        ["crit in the header"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("crit", new JsonArray("b64")))),
        ["exp missing"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("exp", null))),
        ["exp passed"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => Times(d, on, -300, -31))),
        ["exp a string"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("exp", "4102444800"))),
        ["exp beyond time"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("exp", 1e300))),
        ["exp negative"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("exp", -1))),
        ["iat missing"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iat", null))),
        ["iat in the future"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => Times(d, on, 60, 180))),
        ["nbf in the future"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("nbf", on.Now + 60))),
        ["lives two hours"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => Times(d, on, 0, 7200))),
        ["iss missing"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iss", null))),
        ["iss a number"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iss", 7))),
        ["iss unknown"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iss", "nobody"))),
        ["iss in another case"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iss", on.Site.ClientKey.ToUpperInvariant()))),
        ["iss of another site"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("iss", on.Other.ClientKey))),
        ["qsh missing"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", null))),
        ["qsh empty"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", ""))),
        ["qsh of another URL"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", SandboxQueryHash.Of("POST", "/elsewhere")))),
        ["qsh of another method"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", SandboxQueryHash.Of("PUT", HostileApp.UrlOf(kind))))),
        ["qsh in capitals"] = (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", d.Claims["qsh"]!.GetValue<string>().ToUpperInvariant()))),
    };

    private static readonly Dictionary<string, (ConnectTokenKind[] Kinds, Attack Attack)> OnSome = new(StringComparer.Ordinal)
    {
        ["context token where a URL hash belongs"] = (UrlKinds, (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", "context-qsh")))),
        ["URL hash where a context token belongs"] = ([ConnectTokenKind.Session], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", SandboxQueryHash.Of("POST", Probe.Session))))),
        ["context token with a blank"] = ([ConnectTokenKind.Session], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("qsh", "context-qsh ")))),
        ["secret of another site"] = (SharedSecretKinds, (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind), on.Other.Secret))),
        ["empty secret"] = (SharedSecretKinds, (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind), ""))),
        ["client key as secret"] = (SharedSecretKinds, (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind), on.Site.ClientKey))),
        ["site that has left"] = (SharedSecretKinds, (on, kind) => on.SendAsync(kind, on.Token(kind, site: on.Gone))),
        ["platform key instead of the site's secret"] = (SharedSecretKinds, (on, kind) => on.SendAsync(kind, ConnectTokens.SignRs256(on.Draft(kind).WithHeader("alg", "RS256").WithHeader("kid", on.App.InstallKey.Id), on.App.InstallKey))),
        ["site's secret instead of the platform key"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind).WithHeader("alg", "HS256"), on.Site.Secret))),
        ["old install without kid"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, ConnectTokens.SignHs256(on.Draft(kind).WithHeader("alg", "HS256").WithHeader("kid", null), on.Site.Secret))),
        ["token in the query"] = (HeaderKinds, (on, kind) => on.App.SendAsync(HttpMethod.Post, $"{HostileApp.UrlOf(kind)}?jwt={on.Token(kind)}", null, on.Body())),
        ["token in the header"] = ([ConnectTokenKind.Page], (on, kind) => on.App.SendAsync(HttpMethod.Get, HostileApp.UrlOf(kind), on.Token(kind), null)),
        ["token as bearer"] = (HeaderKinds, (on, kind) => SendHeaderAsync(on, kind, $"Bearer {on.Token(kind)}")),
        ["token without a scheme"] = (HeaderKinds, (on, kind) => SendHeaderAsync(on, kind, on.Token(kind))),
        ["token as basic password"] = (HeaderKinds, (on, kind) => SendHeaderAsync(on, kind, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("jwt:x"))).ToString())),
        ["token twice in one header"] = (HeaderKinds, (on, kind) => SendHeaderAsync(on, kind, $"JWT {on.Token(kind)}, JWT {on.Token(kind)}")),
        ["jwt twice"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{HostileApp.UrlOf(kind)}&jwt=x")),
        ["jwt twice, once encoded"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{HostileApp.UrlOf(kind)}&%6Awt=x")),
        ["JWT in capitals"] = ([ConnectTokenKind.Page], (on, kind) => on.App.SendAsync(HttpMethod.Get, $"{HostileApp.UrlOf(kind)}&JWT={on.Token(kind)}", null, null)),
        ["parameter in another case"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{Probe.Page}?issueid=10001&issueKey=ABC-1&lic=none")),
        ["parameter added"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{HostileApp.UrlOf(kind)}&issueId=10002")),
        ["parameter added in another case"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{HostileApp.UrlOf(kind)}&ISSUEID=10002")),
        ["parameter removed"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{Probe.Page}?issueId=10001")),
        ["value changed"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{Probe.Page}?issueId=10002&issueKey=ABC-1&lic=none")),
        ["query added"] = ([ConnectTokenKind.Lifecycle, ConnectTokenKind.Webhook], (on, kind) => on.SendAsync(kind, on.Token(kind), $"{HostileApp.UrlOf(kind)}?x=1")),
        ["path in another case"] = (UrlKinds, (on, kind) => on.SendAsync(kind, on.Token(kind), HostileApp.UrlOf(kind).Replace("/probe/", "/PROBE/", StringComparison.Ordinal).Replace("/connect/", "/CONNECT/", StringComparison.Ordinal))),
        ["path with an escaped letter"] = (UrlKinds, (on, kind) => on.SendAsync(kind, on.Token(kind), HostileApp.UrlOf(kind).Replace("/probe/", "/prob%65/", StringComparison.Ordinal).Replace("/connect/", "/connec%74/", StringComparison.Ordinal))),
        ["token of another endpoint of its kind"] = (UrlKinds, (on, kind) => on.SendAsync(kind, on.Token(kind, url: "/connect/uninstalled?a=b"))),
        ["page token on a webhook"] = ([ConnectTokenKind.Webhook], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Page))),
        ["page token on the API"] = ([ConnectTokenKind.Session], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Page))),
        ["webhook token on the API"] = ([ConnectTokenKind.Session], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Webhook))),
        ["context token on a page"] = ([ConnectTokenKind.Page], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Session))),
        ["context token on a webhook"] = ([ConnectTokenKind.Webhook], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Session))),
        ["context token on install"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Session))),
        ["webhook token on install"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(ConnectTokenKind.Webhook, url: "/connect/installed"))),
        ["kid missing"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("kid", null)))),
        ["kid empty"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("kid", "")))),
        ["kid a number"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("kid", 1)))),
        ["kid unknown"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.WithHeader("kid", "nobody-knows-this-one")))),
        ["aud missing"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", null)))),
        ["aud empty"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", new JsonArray())))),
        ["aud a number"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", 1)))),
        ["aud of another app"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", "https://other.example.test")))),
        ["aud that contains ours"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", $"{on.App.PublicBaseUrl}.evil.example")))),
        ["aud that ours contains"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", "https://straightline.example")))),
        ["aud with a path"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", $"{on.App.PublicBaseUrl}/x")))),
        ["aud over http"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, d => d.With("aud", on.App.PublicBaseUrl.Replace("https", "http", StringComparison.Ordinal))))),
        ["body of another site"] = ([ConnectTokenKind.Lifecycle], (on, kind) => on.SendAsync(kind, on.Token(kind, site: on.Other))),
    };

    private static readonly string[] BadKids =
    [
        "../secret", "a/../../b", "/etc/passwd", "//evil.example/key", "https://evil.example/key", "a//b", "./a", "a/.", "a%2fb", "a\\b", "a?b", "a#b", "a b", "a\n", "ключ",
        "a@evil.example", new('k', 201),
    ];

    public static TheoryData<ConnectTokenKind, string> Attacks()
    {
        var data = new TheoryData<ConnectTokenKind, string>();
        foreach (var kind in AllKinds)
        {
            foreach (var name in OnAll.Keys)
            {
                data.Add(kind, name);
            }
        }

        foreach (var (name, (kinds, _)) in OnSome)
        {
            foreach (var kind in kinds)
            {
                data.Add(kind, name);
            }
        }

        return data;
    }

    public static TheoryData<string> KeyIds() => [.. BadKids];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_Attack_Is_Refused_With_The_One_Answer(ConnectTokenKind kind, string attack)
    {
        var attempt = OnAll.TryGetValue(attack, out var onAll) ? onAll : OnSome[attack].Attack;

        using var answer = await attempt(hostile, kind);

        await ShouldBeTheAnswerAsync(answer);
    }

    [Theory]
    [MemberData(nameof(KeyIds))]
    public async Task A_Key_Id_That_Could_Lead_Elsewhere_Is_Refused_Before_Anything_Is_Fetched(string keyId)
    {
        var before = hostile.App.Jira.Requests.Count;

        using var answer = await hostile.SendAsync(ConnectTokenKind.Lifecycle, hostile.Token(ConnectTokenKind.Lifecycle, d => d.WithHeader("kid", keyId)));

        await ShouldBeTheAnswerAsync(answer);
        hostile.App.Jira.Requests.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(ConnectTokenKind.Lifecycle, HttpStatusCode.NoContent)]
    [InlineData(ConnectTokenKind.Page, HttpStatusCode.OK)]
    [InlineData(ConnectTokenKind.Webhook, HttpStatusCode.OK)]
    [InlineData(ConnectTokenKind.Session, HttpStatusCode.OK)]
    public async Task The_Honest_Token_That_The_Attacks_Begin_With_Is_Taken(ConnectTokenKind kind, HttpStatusCode expected)
    {
        using var answer = await hostile.SendAsync(kind, hostile.Token(kind));

        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/probe/forgotten")]
    [InlineData("/PROBE/forgotten/")]
    public async Task An_Endpoint_That_States_No_Kind_Admits_Nobody(string url)
    {
        using var anonymous = await hostile.App.SendAsync(HttpMethod.Get, url, null, null);
        using var signed = await hostile.App.SendAsync(HttpMethod.Get, url, hostile.Token(ConnectTokenKind.Session), null);

        await ShouldBeTheAnswerAsync(anonymous);
        await ShouldBeTheAnswerAsync(signed);
    }

    private static async Task ShouldBeTheAnswerAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(TheAnswer);
    }

    private static Task<HttpResponseMessage> SendHeaderAsync(HostileApp on, ConnectTokenKind kind, string header)
    {
        var request = on.App.Request(HttpMethod.Post, HostileApp.UrlOf(kind), null, on.Body());
        request.Headers.TryAddWithoutValidation("Authorization", header);
        return on.App.Http.SendAsync(request);
    }

    private static string SignWithOwnKey(TokenDraft draft)
    {
        using var own = new InstallKey();
        return ConnectTokens.SignRs256(draft, own);
    }

    private static void Times(TokenDraft draft, HostileApp on, int issued, int expires) => draft.With("iat", on.Now + issued).With("exp", on.Now + expires);

    private static string Replace(string token, int segment, string part)
    {
        var parts = token.Split('.');
        parts[segment] = part;
        return string.Join('.', parts);
    }

    // Not the last letter: its lowest bits are no part of the signature.
    private static string Flip(string token)
    {
        var at = token.LastIndexOf('.') + 5;
        return token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
    }

    private static JsonNode Deep(int levels) => JsonNode.Parse(new string('[', levels) + new string(']', levels), documentOptions: new JsonDocumentOptions { MaxDepth = levels + 1 })!;
}
