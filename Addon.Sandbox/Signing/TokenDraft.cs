using System.Text.Json.Nodes;

namespace Addon.Sandbox.Signing;

/// <summary>A token before it is signed. Header and claims are open, so that hostile tests can write what no honest platform would.</summary>
public sealed class TokenDraft
{
    /// <summary>The header.</summary>
    public JsonObject Header { get; } = new() { ["typ"] = "JWT" };

    /// <summary>The claims.</summary>
    public JsonObject Claims { get; } = [];

    /// <summary>Sets a claim; null removes it.</summary>
    public TokenDraft With(string claim, JsonNode? value)
    {
        Set(Claims, claim, value);
        return this;
    }

    /// <summary>Sets a member of the header; null removes it.</summary>
    public TokenDraft WithHeader(string member, JsonNode? value)
    {
        Set(Header, member, value);
        return this;
    }

    private static void Set(JsonObject target, string name, JsonNode? value)
    {
        if (value is null)
        {
            target.Remove(name);
        }
        else
        {
            target[name] = value;
        }
    }
}
