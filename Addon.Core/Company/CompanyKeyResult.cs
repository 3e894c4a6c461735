using Addon.Core.KeyResults;
using Addon.Core.Numbers;

namespace Addon.Core.Company;

/// <summary>A key result in the tree, with the objectives that serve it.</summary>
public sealed class CompanyKeyResult
{
    private readonly Func<KeyResult, KeyResultNumbers> _judge;

    internal CompanyKeyResult(KeyResult keyResult, Func<KeyResult, KeyResultNumbers> judge)
    {
        KeyResult = keyResult;
        _judge = judge;
        Served = new CompanyServed();
    }

    /// <summary>The key result.</summary>
    public KeyResult KeyResult { get; }

    /// <summary>Its numbers. Computed when somebody asks: most of a large tree is never opened.</summary>
    public KeyResultNumbers Numbers => field ??= _judge(KeyResult);

    /// <summary>The objectives that serve it.</summary>
    public CompanyServed Served { get; }
}
