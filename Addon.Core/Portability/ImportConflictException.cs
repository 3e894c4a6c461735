namespace Addon.Core.Portability;

/// <summary>Somebody changed what an import was about to write; nothing of it is kept, and it can be run again.</summary>
public sealed class ImportConflictException : Exception
{
    /// <summary>Without a cause.</summary>
    public ImportConflictException()
        : this("Somebody changed a row meanwhile.")
    {
    }

    /// <summary>With a message.</summary>
    public ImportConflictException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    public ImportConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
