#pragma warning disable MA0048 // The ids are one family: each wraps one value so that two kinds of id can never be swapped.
using System.Globalization;

namespace Addon.Core.Common;

/// <summary>One installed site. Ours, made in code; the first argument of every store call.</summary>
public readonly record struct TenantId(Guid Value)
{
    /// <summary>A new id (UUID version 7). Its text sorts by creation time; SQL Server's uniqueidentifier does not.</summary>
    public static TenantId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}

/// <summary>An Atlassian account id: the only thing that is ever stored about a person.</summary>
/// <param name="Value">Opaque text: visible ASCII, at most 128 characters.</param>
public readonly record struct AccountId(string Value)
{
    private const int MaxLength = 128;

    /// <summary>Whether this can be an account id.</summary>
    public bool IsWellFormed => Value.Length is > 0 and <= MaxLength && !Value.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Jira's numeric issue id. Stable when the issue's key changes by a move.</summary>
public readonly record struct IssueId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Jira's numeric project id.</summary>
public readonly record struct ProjectId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A scope of objectives: the company, a department or a team.</summary>
public readonly record struct ScopeId(Guid Value)
{
    /// <summary>A new id, like <see cref="TenantId.New"/>.</summary>
    public static ScopeId New() => new(Guid.CreateVersion7());
}

/// <summary>A cycle: the weeks in which objectives are pursued.</summary>
public readonly record struct CycleId(Guid Value)
{
    /// <summary>A new id, like <see cref="TenantId.New"/>.</summary>
    public static CycleId New() => new(Guid.CreateVersion7());
}

/// <summary>An objective.</summary>
public readonly record struct ObjectiveId(Guid Value)
{
    /// <summary>A new id, like <see cref="TenantId.New"/>.</summary>
    public static ObjectiveId New() => new(Guid.CreateVersion7());
}

/// <summary>A key result.</summary>
public readonly record struct KeyResultId(Guid Value)
{
    /// <summary>A new id, like <see cref="TenantId.New"/>.</summary>
    public static KeyResultId New() => new(Guid.CreateVersion7());
}
