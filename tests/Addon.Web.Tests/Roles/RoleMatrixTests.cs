using System.Text;
using System.Text.Json.Nodes;
using Addon.Web.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Roles;

/// <summary>Calls every operation of the API as every kind of person and compares with <see cref="RoleMatrix"/>.</summary>
public sealed class RoleMatrixTests(RoleHost host) : IClassFixture<RoleHost>
{
    public static TheoryData<string> Operations => [.. RoleMatrix.Rows.Select(r => r.Name)];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Each_Operation_Answers_Each_Role_As_The_Matrix_Says(string operation)
    {
        var row = RoleMatrix.Rows.Single(r => r.Name == operation);
        var site = await RoleSite.StartAsync(host.App, row.Of);
        await (row.Once?.Invoke(site) ?? Task.CompletedTask);
        await (row.Each?.Invoke(site) ?? Task.CompletedTask);
        List<string> wrong = [];

        // Refusals come first: they change nothing, and what an allowed call uses up has to be there for them.
        foreach (var role in Enum.GetValues<Role>().Where(r => row[r] != 'A'))
        {
            await CompareAsync(site, row, role, null, wrong);
            if (row.Body is not null && role != Role.Anonymous)
            {
                await CompareAsync(site, row, role, row.BadBody(site), wrong);
            }
        }

        await CompareWithoutTokenAsync(site, row, wrong);
        var isUsed = false;
        foreach (var role in Enum.GetValues<Role>().Where(r => row[r] == 'A'))
        {
            if (isUsed && row.Each is { } arrange)
            {
                await arrange(site);
            }

            await CompareAsync(site, row, role, null, wrong);
            isUsed = true;
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_Operation_Has_A_Row_And_Every_Row_An_Operation()
    {
        var operations = host.App.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(e => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith(PageApi.Root, StringComparison.Ordinal))
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? $"{e.RoutePattern.RawText} has no name")
            .ToList();

        operations.Count.ShouldBeGreaterThan(50, "else they were not found");
        operations.ShouldBe(RoleMatrix.Rows.Select(r => r.Operation).Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public void Every_Row_Says_Something_Of_Every_Role() =>
        RoleMatrix.Rows.ShouldAllBe(row => row.Expected.Count(c => "AFNP".Contains(c)) == Enum.GetValues<Role>().Length);

    private static async Task CompareAsync(RoleSite site, RoleRow row, Role role, JsonObject? badBody, List<string> wrong)
    {
        int? version = row.Version is { } path ? await site.VersionAsync(path) : null;
        using var content = await ContentAsync(site, row, badBody);
        using var answer = await site.CallAsync(row, role, content, version);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        var status = (int)answer.StatusCode;
        var isRight = row[role] switch
        {
            'A' => answer.IsSuccessStatusCode,
            'F' => status == 403 && !text.Contains(":person.missing", StringComparison.Ordinal),
            'P' => status == 403 && text.Contains("urn:straightline:problem:person.missing", StringComparison.Ordinal),
            _ => status == 404 && text.Contains("urn:straightline:problem:", StringComparison.Ordinal),
        };
        var with = badBody is null ? "" : " with a body that nobody could have accepted";
        if (!isRight)
        {
            wrong.Add($"{role}{with}: {row[role]} in the matrix, {status} in truth: {text[..Math.Min(text.Length, 300)]}");
        }
        else if (role == Role.OtherTenant && row.Body is null && text.Contains(site.Mark, StringComparison.Ordinal))
        {
            wrong.Add($"{role}{with}: was told what belongs to this site: {text[..Math.Min(text.Length, 300)]}");
        }
    }

    private static async Task CompareWithoutTokenAsync(RoleSite site, RoleRow row, List<string> wrong)
    {
        using var content = await ContentAsync(site, row, null);
        using var answer = await site.SendAsync(row, null, content, null);
        if ((int)answer.StatusCode != (row.IsOpen ? 200 : 401))
        {
            wrong.Add($"Without a token: {(int)answer.StatusCode}");
        }
    }

    private static async Task<HttpContent?> ContentAsync(RoleSite site, RoleRow row, JsonObject? badBody) =>
        (badBody ?? row.Body?.Invoke(site)) is { } body ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
        : row.File is { } file ? await file(site)
        : null;
}
