using Addon.Core.Common;

namespace Addon.Core.Objectives;

/// <summary>What an objective serves: one objective, or one key result of it. It shows contribution; it never adds numbers.</summary>
/// <param name="Objective">The objective above; with a key result, the one that owns it.</param>
/// <param name="KeyResult">The key result above, or null when the objective as a whole is served.</param>
public sealed record ObjectiveParent(ObjectiveId Objective, KeyResultId? KeyResult);
