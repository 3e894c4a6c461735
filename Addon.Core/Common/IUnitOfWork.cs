namespace Addon.Core.Common;

/// <summary>Everything inside one call is stored, or nothing is.</summary>
public interface IUnitOfWork
{
    /// <summary>Runs <paramref name="work"/> in a transaction. A nested call joins the outer one; an exception leaves no row behind.</summary>
    /// <remarks>A returned refusal does not roll back: a use case checks first and writes last.</remarks>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct);
}
