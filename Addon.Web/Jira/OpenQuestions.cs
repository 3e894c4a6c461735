using System.Collections.Concurrent;
using Addon.Core.Common;

namespace Addon.Web.Jira;

/// <summary>The questions about rights that are on their way: who asks the same meanwhile waits for that answer instead of costing another call.</summary>
internal sealed class OpenQuestions
{
    private readonly ConcurrentDictionary<GrantedPermissions.Grant, Lazy<Task<Outcome<bool>>>> open = new();

    /// <summary>The answer of the call that is under way, or of <paramref name="ask"/>.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="ask">Asks Jira. Nobody's leaving may cancel it, since others may be waiting; its own deadline ends it.</param>
    /// <param name="ct">Ends the waiting only.</param>
    public Task<Outcome<bool>> AskAsync(GrantedPermissions.Grant question, Func<Task<Outcome<bool>>> ask, CancellationToken ct)
    {
        // Lazy: the dictionary may make a value that it does not keep, and that one must not ask.
        var answer = open.GetOrAdd(question, static (question, it) => new Lazy<Task<Outcome<bool>>>(() => it.Self.AskOnceAsync(question, it.Ask)), (Self: this, Ask: ask));
        return answer.Value.WaitAsync(ct);
    }

    private async Task<Outcome<bool>> AskOnceAsync(GrantedPermissions.Grant question, Func<Task<Outcome<bool>>> ask)
    {
        try
        {
            return await ask();
        }
        finally
        {
            open.TryRemove(question, out _);
        }
    }
}
