namespace Addon.Core.Requests;

/// <summary>
/// Remembers which requests were done, and how they were answered. The memory of one request: once <see cref="Arm"/> was called, the first unit of work of the same
/// service scope writes the mark before anything else, in its own transaction. So a mark is there exactly when the effect is, even if nobody lives to tell the caller.
/// </summary>
public interface IRequestMemory
{
    /// <summary>Whether the mark is stored, and therefore an effect.</summary>
    bool IsMarked { get; }

    /// <summary>What is known of a key, or null.</summary>
    Task<RememberedRequest?> FindAsync(RequestMark mark, CancellationToken ct);

    /// <summary>Lets the next unit of work write the mark.</summary>
    void Arm(RequestMark mark);

    /// <summary>Keeps the answer, and the mark if no unit of work has written it.</summary>
    Task KeepAsync(RequestMark mark, RememberedAnswer answer, CancellationToken ct);

    /// <summary>Forgets a mark whose request was refused: nothing was done, so the same key may be tried again.</summary>
    Task ForgetAsync(RequestMark mark, CancellationToken ct);

    /// <summary>Forgets what was stored before <paramref name="before"/>, of all sites.</summary>
    /// <returns>How much, at most <paramref name="most"/>.</returns>
    Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken ct);
}
