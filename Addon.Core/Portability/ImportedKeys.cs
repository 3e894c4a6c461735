using Addon.Core.Common;

namespace Addon.Core.Portability;

/// <summary>The numbers that new rows got.</summary>
/// <param name="Objectives">Of objectives.</param>
/// <param name="KeyResults">Of key results.</param>
public sealed record ImportedKeys(IReadOnlyDictionary<ObjectiveId, int> Objectives, IReadOnlyDictionary<KeyResultId, int> KeyResults);
