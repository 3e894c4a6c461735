namespace Addon.Core.Common;

/// <summary>The storage does not answer or is too busy, and trying again by itself did not help. The same call may work later; an edge answers 503.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Without a cause.</summary>
    public StorageUnavailableException()
        : this("The storage does not answer.")
    {
    }

    /// <summary>With a message.</summary>
    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
