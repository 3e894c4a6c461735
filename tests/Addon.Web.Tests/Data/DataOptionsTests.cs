using Addon.Core.Common;
using Addon.Core.Installations;
using Addon.Web.Data;
using Addon.Web.Data.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Addon.Web.Tests.Data;

public sealed class DataOptionsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Theory]
    [InlineData("Postgres", "Data Source=x.db", "Database:Provider")]
    [InlineData("", "Data Source=x.db", "Database:Provider")]
    [InlineData("Sqlite", "Data Source=:memory:", "Database:ConnectionString")]
    [InlineData("Sqlite", "Data Source=x;Mode=Memory", "Database:ConnectionString")]
    [InlineData("Sqlite", "Cache=Shared", "Database:ConnectionString")]
    [InlineData("Sqlite", "Password is hunter2", "Database:ConnectionString")]
    [InlineData("SqlServer", "", "Database:ConnectionString")]
    [InlineData("SqlServer", "Database=x", "Database:ConnectionString")]
    [InlineData("SqlServer", "Server=x;Nonsense=hunter2", "Database:ConnectionString")]
    [InlineData("SqlServer", "Server=x;Connect Timeout=hunter2", "Database:ConnectionString")]
    public void Bad_Database_Setting_Is_Named_In_One_Line(string provider, string connectionString, string key)
    {
        var result = new DatabaseOptionsValidator().Validate(null, new DatabaseOptions { Provider = provider, ConnectionString = connectionString });

        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldStartWith(key);
        result.FailureMessage.ShouldNotContain("\n");
        result.FailureMessage.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("Sqlite", null)]
    [InlineData("sqlite", "Data Source=./x.db")]
    [InlineData("SqlServer", "Server=db;Database=straightline;Integrated Security=true")]
    public void Good_Database_Setting_Is_Taken(string provider, string? connectionString) =>
        new DatabaseOptionsValidator().Validate(null, new DatabaseOptions { Provider = provider, ConnectionString = connectionString }).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("Secrets:Keys must hold", new string[0])]
    [InlineData("Secrets:Keys:0:Id", new[] { "", "key" })]
    [InlineData("Secrets:Keys:1:Id", new[] { "a", "key", "a", "key" })]
    [InlineData("Secrets:Keys:0:Base64", new[] { "a", "bm90IDMyIGJ5dGVz" })]
    [InlineData("Secrets:Keys:0:Base64", new[] { "a", "!" })]
    [InlineData("Secrets:Keys:0:Base64", new[] { "a", "" })]
    public void Bad_Secret_Keys_Are_Named_In_One_Line(string start, string[] keys)
    {
        var services = BuildHost("Production", keys);

        var failure = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<SecretsOptions>>().Value);

        failure.Message.ShouldStartWith(start);
        failure.Message.ShouldNotContain("bm90IDMyIGJ5dGVz");
    }

    [Fact]
    public void Development_Without_Keys_Makes_One_That_Only_The_Owner_Can_Read()
    {
        var folder = Directory.CreateTempSubdirectory("straightline-").FullName;
        try
        {
            var tenant = TenantId.New();
            ProtectedSecret stored;
            using (var services = BuildHost("Development", [], folder))
            {
                stored = services.GetRequiredService<SecretProtector>().Protect(tenant, "p", new Secret("shared"));
            }

            using var again = BuildHost("Development", [], folder);
            again.GetRequiredService<SecretProtector>().Unprotect(tenant, "p", stored).Reveal().ShouldBe("shared");

            var file = Directory.GetFiles(folder, "*.key").Single();
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Altered_Ciphertext_Or_Another_Purpose_Does_Not_Open()
    {
        using var services = BuildHost("Production", ["a", "key"]);
        var protector = services.GetRequiredService<SecretProtector>();
        var tenant = TenantId.New();
        var stored = protector.Protect(tenant, "current", new Secret("shared"));

        protector.Unprotect(tenant, "current", stored).Reveal().ShouldBe("shared");
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => protector.Unprotect(tenant, "previous", stored));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => protector.Unprotect(tenant, "current", stored with { KeyId = "gone" }));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => protector.Unprotect(tenant, "current", stored with { Cipher = stored.Cipher[..20] }));
        stored.Cipher[^1] ^= 1;
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => protector.Unprotect(tenant, "current", stored));
    }

    private static ServiceProvider BuildHost(string environment, string[] keys, string? folder = null)
    {
        var settings = keys.Chunk(2).SelectMany((key, i) => new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"Secrets:Keys:{i}:Id"] = key[0],
            [$"Secrets:Keys:{i}:Base64"] = key[1] is "key" ? Key : key[1],
        });
        return TestDatabase.BuildServices(
            TestEngine.Sqlite,
            $"Data Source={Path.Combine(folder ?? Path.GetTempPath(), "never-made.db")}",
            new ManualClock(),
            environment,
            settings.ToDictionary(StringComparer.Ordinal));
    }
}
