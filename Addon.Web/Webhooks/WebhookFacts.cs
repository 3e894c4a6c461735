using System.Text.Json;
using Addon.Core.Work;

namespace Addon.Web.Webhooks;

/// <summary>The few facts of a webhook body that we use, and how they are found in it. Nothing about people is among them.</summary>
/// <remarks>
/// The body is walked token by token. That takes any depth (descriptions and custom fields nest as deep as somebody likes), the first part of a body whose
/// rest was cut off, and wrong types anywhere: what is not of the expected type is as good as missing. Of repeated members the last one counts.
/// Deserialising into types would fail as a whole at the first surprise.
/// </remarks>
internal sealed class WebhookFacts
{
    /// <summary>No text that we use is near this long; a longer one is as good as missing.</summary>
    private const int LongestText = 1024;

    /// <summary>The changelog's names of a change of parent. Company-managed epics come as the second, sub-tasks as the third.</summary>
    private static readonly string[] ParentFields = ["IssueParentAssociation", "Epic Link", "Parent"];

    private static readonly (Place Within, byte[] Name, Place Is)[] Members =
    [
        (Place.Root, "webhookEvent"u8.ToArray(), Place.EventName),
        (Place.Root, "timestamp"u8.ToArray(), Place.Timestamp),
        (Place.Root, "issue"u8.ToArray(), Place.Issue),
        (Place.Root, "project"u8.ToArray(), Place.Project),
        (Place.Root, "changelog"u8.ToArray(), Place.Changelog),
        (Place.Project, "id"u8.ToArray(), Place.ProjectId),
        (Place.Issue, "id"u8.ToArray(), Place.IssueId),
        (Place.Issue, "key"u8.ToArray(), Place.IssueKey),
        (Place.Issue, "fields"u8.ToArray(), Place.Fields),
        (Place.Fields, "updated"u8.ToArray(), Place.Updated),
        (Place.Fields, "project"u8.ToArray(), Place.IssueProject),
        (Place.Fields, "status"u8.ToArray(), Place.Status),
        (Place.Fields, "issuetype"u8.ToArray(), Place.IssueType),
        (Place.Fields, "parent"u8.ToArray(), Place.Parent),
        (Place.IssueProject, "id"u8.ToArray(), Place.IssueProjectId),
        (Place.Status, "name"u8.ToArray(), Place.StatusName),
        (Place.Status, "statusCategory"u8.ToArray(), Place.StatusCategory),
        (Place.StatusCategory, "key"u8.ToArray(), Place.StatusCategoryKey),
        (Place.IssueType, "id"u8.ToArray(), Place.TypeId),
        (Place.IssueType, "hierarchyLevel"u8.ToArray(), Place.HierarchyLevel),
        (Place.IssueType, "subtask"u8.ToArray(), Place.IsSubtask),
        (Place.Parent, "id"u8.ToArray(), Place.ParentId),
        (Place.Changelog, "items"u8.ToArray(), Place.Changes),
        (Place.Change, "field"u8.ToArray(), Place.ChangedField),
        (Place.Change, "to"u8.ToArray(), Place.ChangedTo),
    ];

    private readonly List<long?> newParents = [];
    private string? changedField;
    private long? changedTo;

    private WebhookFacts()
    {
    }

    private enum Place
    {
        Elsewhere, Root, EventName, Timestamp,
        Project, ProjectId,
        Issue, IssueId, IssueKey, Fields, Updated, IssueProject, IssueProjectId, Status, StatusName, StatusCategory, StatusCategoryKey,
        IssueType, TypeId, HierarchyLevel, IsSubtask, Parent, ParentId,
        Changelog, Changes, Change, ChangedField, ChangedTo,
    }

    /// <summary>The event's name (<c>webhookEvent</c>).</summary>
    public string? EventName { get; private set; }

    /// <summary>Epoch milliseconds.</summary>
    public long? Timestamp { get; private set; }

    /// <summary>The project of a project event; issue events have it inside the issue.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The issue; without an id when the body has none.</summary>
    public IssueFacts Issue { get; private set; } = new();

    /// <summary>Whether the changelog tells of another parent than the issue shows: then neither can be believed.</summary>
    public bool ParentIsUnclear => newParents.Any(parent => parent != Issue.ParentId);

    /// <summary>Reads a body, or the first part of one.</summary>
    /// <returns>Null when it is not a JSON object.</returns>
    public static WebhookFacts? Read(ReadOnlySpan<byte> body, bool complete)
    {
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        // The reader keeps one bit per level, so that depth needs no limit of its own beside the body's size.
        var reader = new Utf8JsonReader(body, complete, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            var facts = new WebhookFacts();
            facts.Walk(ref reader);
            return facts;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Walk(ref Utf8JsonReader reader)
    {
        var within = new Stack<Place>(8);
        within.Push(Place.Root);
        var at = Place.Elsewhere;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    at = Find(within.Peek(), ref reader);
                    break;
                case JsonTokenType.StartObject when OpensObject(ref at, within.Peek()):
                case JsonTokenType.StartArray when at is Place.Changes:
                    Forget(at);
                    within.Push(at);
                    at = Place.Elsewhere;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Forget(at);
                    SkipRest(ref reader);
                    at = Place.Elsewhere;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    Leave(within.Pop());
                    break;
                default:
                    Forget(at);
                    Take(at, ref reader);
                    at = Place.Elsewhere;
                    break;
            }
        }
    }

    private static Place Find(Place within, ref Utf8JsonReader reader)
    {
        foreach (var member in Members)
        {
            if (member.Within == within && NameIs(member.Name, ref reader))
            {
                return member.Is;
            }
        }

        return Place.Elsewhere;
    }

    private static bool NameIs(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false; // Half of a surrogate pair: no name of ours.
        }
    }

    private static bool OpensObject(ref Place at, Place within)
    {
        if (within is Place.Changes)
        {
            at = Place.Change; // Elements of an array have no name.
        }

        return at is Place.Project or Place.Issue or Place.Fields or Place.IssueProject or Place.Status or Place.StatusCategory or Place.IssueType
            or Place.Parent or Place.Changelog or Place.Change;
    }

    private static void SkipRest(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            // Not with Skip(), which refuses a body whose rest was cut off.
        }
    }

    /// <summary>A member begins (again): what an earlier one of its name has said is void.</summary>
    private void Forget(Place at)
    {
        switch (at)
        {
            case Place.EventName: EventName = null; break;
            case Place.Timestamp: Timestamp = null; break;
            case Place.Project or Place.ProjectId: ProjectId = null; break;
            case Place.Issue: Issue = new IssueFacts(); break;
            case Place.Fields: Issue = new IssueFacts { Id = Issue.Id, Key = Issue.Key }; break;
            case Place.IssueProject: Issue.ProjectId = null; break;
            case Place.Status: (Issue.StatusName, Issue.StatusCategoryKey) = (null, null); break;
            case Place.StatusCategory: Issue.StatusCategoryKey = null; break;
            case Place.IssueType: (Issue.TypeId, Issue.HierarchyLevel, Issue.IsSubtask) = (null, null, null); break;
            case Place.Parent: Issue.ParentId = null; break;
            case Place.Changelog or Place.Changes: newParents.Clear(); break;
            case Place.Change: (changedField, changedTo) = (null, null); break;
            default: break;
        }
    }

    private void Take(Place at, ref Utf8JsonReader reader)
    {
        switch (at)
        {
            case Place.EventName: EventName = Text(ref reader); break;
            case Place.Timestamp: Timestamp = Number(ref reader); break;
            case Place.ProjectId: ProjectId = Id(ref reader); break;
            case Place.IssueId: Issue.Id = Id(ref reader); break;
            case Place.IssueKey: Issue.Key = Text(ref reader); break;
            case Place.Updated: Issue.Updated = Text(ref reader); break;
            case Place.IssueProjectId: Issue.ProjectId = Id(ref reader); break;
            case Place.StatusName: Issue.StatusName = Text(ref reader); break;
            case Place.StatusCategoryKey: Issue.StatusCategoryKey = Text(ref reader); break;
            case Place.TypeId: Issue.TypeId = Id(ref reader); break;
            case Place.HierarchyLevel: Issue.HierarchyLevel = Number(ref reader) is { } level and > -100 and < 100 ? (int)level : null; break;
            case Place.IsSubtask: Issue.IsSubtask = reader.TokenType is JsonTokenType.True; break;
            case Place.ParentId: Issue.ParentId = Id(ref reader); break;
            case Place.ChangedField: changedField = Text(ref reader); break;
            case Place.ChangedTo: changedTo = Id(ref reader); break;
            default: break;
        }
    }

    private void Leave(Place place)
    {
        if (place is Place.Change && ParentFields.Contains(changedField, StringComparer.Ordinal))
        {
            newParents.Add(changedTo);
        }
    }

    /// <summary>Ids are strings in some objects and numbers in others.</summary>
    private static long? Id(ref Utf8JsonReader reader) => Number(ref reader) is { } id and > 0 ? id : null;

    private static long? Number(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.String when System.Buffers.Text.Utf8Parser.TryParse(reader.ValueSpan, out long number, out var used) && used == reader.ValueSpan.Length => number,
        _ => null,
    };

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestText)
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Not UTF-8, or half of a surrogate pair.
        }
    }
}
