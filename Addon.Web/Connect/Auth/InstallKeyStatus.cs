namespace Addon.Web.Connect.Auth;

/// <summary>What the key servers said.</summary>
internal enum InstallKeyStatus
{
    /// <summary>There is a usable key.</summary>
    Found,

    /// <summary>Every server answered that it has no usable key of that id.</summary>
    Unknown,

    /// <summary>A server could not be asked, and no other had the key: nothing can be said.</summary>
    Unavailable,
}
