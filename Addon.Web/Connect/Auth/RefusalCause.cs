namespace Addon.Web.Connect.Auth;

/// <summary>Why a token was refused: for our log only. The caller sees one and the same answer for all of them.</summary>
internal static class RefusalCause
{
    public const string TokenMissing = "token_missing";
    public const string TokenRepeated = "token_repeated";
    public const string Malformed = "malformed";
    public const string Algorithm = "algorithm_not_allowed";
    public const string SiteUnknown = "site_unknown";
    public const string SiteInactive = "site_uninstalled";
    public const string Signature = "signature_invalid";
    public const string ExpiryMissing = "exp_missing";
    public const string IssuedAtMissing = "iat_missing";
    public const string Expired = "expired";
    public const string IssuedInFuture = "iat_in_future";
    public const string NotYetValid = "nbf_in_future";
    public const string LivesTooLong = "lives_too_long";
    public const string QueryHash = "qsh_mismatch";
    public const string Audience = "aud_mismatch";
    public const string KeyIdMissing = "kid_missing";
    public const string KeyIdForm = "kid_form";
    public const string KeyUnknown = "kid_unknown";
    public const string KeyUnavailable = "install_key_unavailable";
    public const string ClientKey = "client_key_mismatch";
}
