namespace Addon.Web.Tests.Data.TSql;

/// <summary>A table or a view as the migrations make it.</summary>
internal sealed class TSqlTable
{
    public List<string> Columns { get; } = [];

    /// <summary>The columns that an insert has to name.</summary>
    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    public bool IsView { get; init; }
}
