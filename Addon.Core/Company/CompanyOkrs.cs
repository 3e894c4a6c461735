using Addon.Core.Cycles;
using Addon.Core.KeyResults;
using Addon.Core.Objectives;

namespace Addon.Core.Company;

/// <summary>What the tree is built from: everything, whoever looks. <see cref="CompanyTreeBuilder"/> leaves out what a person may not see.</summary>
/// <param name="Scopes">All scopes, by kind and name.</param>
/// <param name="Cycles">All cycles, the latest start first.</param>
/// <param name="Objectives">The objectives of the cycles that were asked for, and all that they serve, in whatever cycle.</param>
/// <param name="KeyResults">Their key results, by number; only what the tree and the numbers need of them is read.</param>
public sealed record CompanyOkrs(
    IReadOnlyList<CompanyScope> Scopes, IReadOnlyList<Cycle> Cycles, IReadOnlyList<Objective> Objectives, IReadOnlyList<KeyResult> KeyResults);
