using System.Globalization;
using Addon.Core.Cycles;
using Addon.Web.Http;

namespace Addon.Web.Cycles;

/// <summary>A cycle as the API takes it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Year, quarter or custom.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
internal sealed record CycleBody(string? Name, string? Kind, string? Start, string? End)
{
    /// <summary>What the domain judges.</summary>
    public CycleDraft ToDraft() => new() { Name = Name, Kind = WireEnum.Parse<CycleKind>(Kind), Start = Day(Start), End = Day(End) };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
