using Addon.Core.Common;
using Addon.Web.Http;

namespace Addon.Web.KeyResults;

/// <summary>Reads the words of a body; what is no word of ours is told with everything else that is wrong.</summary>
internal sealed class WireFields
{
    private readonly List<FieldError> unreadable = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<FieldError> Unreadable => unreadable;

    /// <summary>The value that the API spells so; <paramref name="otherwise"/> for none and, with a finding, for anything else.</summary>
    public T Read<T>(string field, string? wire, T otherwise)
        where T : struct, Enum
    {
        if (wire is null)
        {
            return otherwise;
        }

        if (WireEnum.Parse<T>(wire) is { } value)
        {
            return value;
        }

        unreadable.Add(new(field, $"key_result.{field}_unknown", $"Use one of: {string.Join(", ", Enum.GetValues<T>().Select(WireEnum.Of))}."));
        return otherwise;
    }

    /// <summary>The same where none is an answer of its own.</summary>
    public T? ReadOptional<T>(string field, string? wire)
        where T : struct, Enum => wire is null ? null : Read<T>(field, wire, default);
}
