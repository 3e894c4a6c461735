using Microsoft.Extensions.Options;

namespace Addon.Web.Data.Secrets;

/// <summary>Checks the keys; no message repeats one.</summary>
internal sealed class SecretsOptionsValidator(IHostEnvironment environment) : IValidateOptions<SecretsOptions>
{
    public ValidateOptionsResult Validate(string? name, SecretsOptions options)
    {
        if (options.Keys.Count == 0)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("Secrets:Keys must hold at least one key (Id, and Base64 of 32 random bytes) outside Development.");
        }

        for (var i = 0; i < options.Keys.Count; i++)
        {
            var key = options.Keys[i];
            if (key.Id.Length is 0 or > 64)
            {
                return ValidateOptionsResult.Fail($"Secrets:Keys:{i}:Id must have 1 to 64 characters.");
            }

            if (options.Keys.Take(i).Any(k => string.Equals(k.Id, key.Id, StringComparison.Ordinal)))
            {
                return ValidateOptionsResult.Fail($"Secrets:Keys:{i}:Id must differ from the ids before it.");
            }

            if (!Convert.TryFromBase64String(key.Base64, new byte[key.Base64.Length], out var length) || length != SecretProtector.KeySize)
            {
                return ValidateOptionsResult.Fail($"Secrets:Keys:{i}:Base64 must be {SecretProtector.KeySize} bytes in Base64.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
