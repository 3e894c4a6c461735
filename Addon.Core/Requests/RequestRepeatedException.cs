namespace Addon.Core.Requests;

/// <summary>Another request of the same key was faster: its effect is stored, and nothing of this one is.</summary>
public sealed class RequestRepeatedException : Exception
{
    /// <summary>Without a cause.</summary>
    public RequestRepeatedException()
        : this("Another request of the same key was faster.")
    {
    }

    /// <summary>With a message.</summary>
    public RequestRepeatedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public RequestRepeatedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
