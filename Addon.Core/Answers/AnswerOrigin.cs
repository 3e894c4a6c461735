#pragma warning disable MA0048 // The three cases of one closed union.
namespace Addon.Core.Answers;

/// <summary>Where the answer that counts for an issue was given, as far as people who see the issue may know it.</summary>
public abstract record AnswerOrigin
{
    private AnswerOrigin()
    {
    }

    /// <summary>On the issue itself.</summary>
    public sealed record Here : AnswerOrigin
    {
        /// <summary>The only one.</summary>
        public static readonly Here Instance = new();
    }

    /// <summary>On an ancestor in the same project.</summary>
    /// <param name="Key">Its key.</param>
    public sealed record OnAncestor(string Key) : AnswerOrigin;

    /// <summary>On an ancestor in another project. It has no key here: who sees the issue need not see that project.</summary>
    public sealed record InOtherProject : AnswerOrigin
    {
        /// <summary>The only one.</summary>
        public static readonly InOtherProject Instance = new();
    }

    /// <summary>The origin of an answer for an issue of <paramref name="project"/>.</summary>
    internal static AnswerOrigin Of(Ancestor? inheritedFrom, Common.ProjectId project) => inheritedFrom switch
    {
        null => Here.Instance,
        { } ancestor when ancestor.Project == project => new OnAncestor(ancestor.Key),
        _ => InOtherProject.Instance,
    };
}
