using Addon.Core.Company;
using Addon.Web.Http;

namespace Addon.Web.CompanyPage;

/// <summary>Which parts of the tree are drawn open; the others are fetched when somebody opens them.</summary>
public sealed class TreeOpening
{
    /// <summary>The most objectives that are drawn because everything shall be open: enough to look around, and still a quick page.</summary>
    public const int Most = 200;

    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    private TreeOpening()
    {
    }

    /// <summary>Everything closed.</summary>
    public static TreeOpening Nothing { get; } = new();

    /// <summary>Whether some of what was to be open is closed, because there is too much of it.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>As the page begins: the company's objectives with their key results. What was looked for is opened up to it.</summary>
    public static TreeOpening Of(CompanyTree tree)
    {
        if (tree.Filter.IsNarrow)
        {
            return All(tree);
        }

        var opening = new TreeOpening();
        opening._open.UnionWith(tree.Roots);
        return opening;
    }

    /// <summary>Level by level, as much as fits.</summary>
    public static TreeOpening All(CompanyTree tree)
    {
        var opening = new TreeOpening();
        var waiting = new Queue<CompanyObjective>(tree.Roots.Take(Page.DefaultLimit));
        var drawn = waiting.Count;
        foreach (var group in tree.Groups)
        {
            Open(group, group.Objectives);
        }

        while (waiting.TryDequeue(out var objective))
        {
            opening._open.Add(objective);
            foreach (var served in objective.KeyResults.Select(k => k.Served).Append(objective.Served))
            {
                Open(served, served.By);
            }
        }

        return opening;

        void Open(object part, IReadOnlyList<CompanyObjective> objectives)
        {
            var count = Math.Min(objectives.Count, Page.DefaultLimit);
            if (count == 0)
            {
                return;
            }

            if (drawn + count > Most)
            {
                opening.IsCapped = true;
                return;
            }

            drawn += count;
            opening._open.Add(part);
            foreach (var objective in objectives.Take(count))
            {
                waiting.Enqueue(objective);
            }
        }
    }

    /// <summary>Whether an objective, a list of what serves it or a group is open.</summary>
    public bool IsOpen(object part) => _open.Contains(part);
}
