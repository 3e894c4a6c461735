using Addon.Core.KeyResults;
using Addon.Core.Numbers;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>What the edit form of a key result is filled with. Numbers are text: a script's number would round the longest of them.</summary>
internal sealed record KeyResultFormData(
    Guid Id, int Version, string Title, string? From, string? To, string? Unit, string Per, string? Owner, string State, IReadOnlyList<string> States)
{
    public static KeyResultFormData Of(KeyResult keyResult) => new(
        keyResult.Id.Value,
        keyResult.Version,
        keyResult.Title,
        Text(keyResult.From),
        Text(keyResult.To),
        keyResult.Unit,
        WireEnum.Of(keyResult.Per),
        keyResult.Owner?.Value,
        WireEnum.Of(keyResult.State),
        [.. KeyResultLifecycle.Next(keyResult.State).Prepend(keyResult.State).Select(WireEnum.Of)]);

    private static string? Text(decimal? value) => value is { } known ? Measurement.ToPlainText(known) : null;
}
