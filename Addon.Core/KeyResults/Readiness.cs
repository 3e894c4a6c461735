using Addon.Core.Common;
using Addon.Core.Lint;

namespace Addon.Core.KeyResults;

/// <summary>Whether a key result can be pursued as it is written. The linter says so; wording never does.</summary>
internal static class Readiness
{
    /// <summary>Null when nothing blocks; else what does, field by field.</summary>
    public static DomainError? Check(LintSubject subject) => Linter.Check(subject).Blocking is { Count: > 0 } blocking
        ? new(ErrorKind.Invalid, "key_result.not_ready", "It cannot be pursued like this yet; complete what is marked.")
        {
            Fields = [.. blocking.Select(f => new FieldError(f.Field, f.Code, f.Message))],
        }
        : null;
}
