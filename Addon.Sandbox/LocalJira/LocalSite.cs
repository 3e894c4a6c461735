using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace Addon.Sandbox.LocalJira;

/// <summary>The Jira data of the sandbox: in memory behind one lock, written to a file after each change when there is one.</summary>
/// <remarks>Every change publishes its event inside the lock, so that the order of events is the order of changes.</remarks>
public sealed class LocalSite
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, JiraIssue> _issues;
    private readonly LocalSiteState _state;
    private readonly string? _file;
    private readonly TimeProvider _clock;
    private readonly List<Action<SiteEvent>> _listeners = [];

    private LocalSite(LocalSiteState state, string? file, TimeProvider clock)
    {
        _state = state;
        _file = file;
        _clock = clock;
        _issues = state.Issues.ToDictionary(i => i.Id);
    }

    /// <summary>Tells <paramref name="listener"/> of each change, in order. It must not block.</summary>
    public void Subscribe(Action<SiteEvent> listener) => _listeners.Add(listener);

    /// <summary>The site's identity towards the add-on.</summary>
    public string ClientKey => _state.ClientKey;

    /// <summary>The secret that both sides sign with.</summary>
    public string SharedSecret
    {
        get
        {
            lock (_gate)
            {
                return _state.SharedSecret;
            }
        }
    }

    /// <summary>Whether the add-on is installed.</summary>
    public bool IsInstalled
    {
        get
        {
            lock (_gate)
            {
                return _state.IsInstalled;
            }
        }
    }

    /// <summary>Whether the objectives have been written.</summary>
    public bool AreOkrsSeeded => _state.AreOkrsSeeded;

    /// <summary>The sprints.</summary>
    public IReadOnlyList<JiraSprint> Sprints => _state.Sprints;

    /// <summary>Opens the file's site, or makes the seeded one.</summary>
    public static LocalSite Open(string? file, TimeProvider clock)
    {
        if (file is not null && File.Exists(file))
        {
            var state = JsonSerializer.Deserialize<LocalSiteState>(File.ReadAllBytes(file))
                ?? throw new InvalidOperationException($"{file} is empty; delete it, or start with --fresh.");
            return new LocalSite(state, file, clock);
        }

        var site = new LocalSite(Seed.Create(clock.GetUtcNow(), Guid.NewGuid().ToString(), NewSecret()), file, clock);
        site.Save();
        return site;
    }

    /// <summary>A fresh secret, of the length that Jira sends.</summary>
    public static string NewSecret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));

    /// <summary>Notes the outcome of a lifecycle call.</summary>
    public void SetInstalled(bool installed, string? sharedSecret = null)
    {
        lock (_gate)
        {
            _state.IsInstalled = installed;
            _state.SharedSecret = sharedSecret ?? _state.SharedSecret;
            Save();
        }
    }

    /// <summary>Notes that the objectives are written.</summary>
    public void SetOkrsSeeded()
    {
        lock (_gate)
        {
            _state.AreOkrsSeeded = true;
            Save();
        }
    }

    /// <summary>All issues, oldest first.</summary>
    public IReadOnlyList<JiraIssue> List()
    {
        lock (_gate)
        {
            return [.. _issues.Values.OrderBy(i => i.Id)];
        }
    }

    /// <summary>The issue of an id or a key, or null.</summary>
    public JiraIssue? Find(string? idOrKey)
    {
        lock (_gate)
        {
            return Number.Parse(idOrKey) is { } id
                ? _issues.GetValueOrDefault(id)
                : _issues.Values.FirstOrDefault(i => string.Equals(i.Key, idOrKey, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>The issue of an id, or null.</summary>
    public JiraIssue? Find(long? id)
    {
        lock (_gate)
        {
            return id is { } known ? _issues.GetValueOrDefault(known) : null;
        }
    }

    /// <summary>The children of an issue, oldest first.</summary>
    public IReadOnlyList<JiraIssue> ChildrenOf(long id) => [.. List().Where(i => i.ParentId == id)];

    /// <summary>The sprint of an id, or null.</summary>
    public JiraSprint? FindSprint(long? id) => _state.Sprints.FirstOrDefault(s => s.Id == id);

    /// <summary>Tells of every issue as if it had just been created; how the add-on learns the seeded ones.</summary>
    public void AnnounceAll()
    {
        lock (_gate)
        {
            foreach (var issue in _issues.Values.OrderBy(i => i.Id))
            {
                Publish("jira:issue_created", "issue_created", issue, [], JiraUser.Find(issue.ReporterId) ?? JiraUser.Admin, issue.Updated);
            }
        }
    }

    /// <summary>Creates an issue.</summary>
    public JiraIssue Create(JiraUser actor, JiraProject project, JiraIssueType type, string summary, long? parentId, decimal? points = null)
    {
        lock (_gate)
        {
            // First what can be refused: a refusal must not use up a number.
            CheckParent(type, parentId, null);
            var checkedSummary = CheckSummary(summary);
            var number = _state.LastNumbers.GetValueOrDefault(project.Id) + 1;
            _state.LastNumbers[project.Id] = number;
            var now = Now();
            var issue = new JiraIssue
            {
                Id = ++_state.LastIssueId,
                Key = $"{project.Key}-{Number.Text(number)}",
                ProjectId = project.Id,
                TypeId = type.Id,
                StatusId = JiraStatus.ToDo.Id,
                Summary = checkedSummary,
                ParentId = parentId,
                StoryPoints = points,
                ReporterId = actor.AccountId,
                Created = now,
                Updated = now,
                StatusChanged = now,
            };
            _issues.Add(issue.Id, issue);
            Save();
            Publish("jira:issue_created", "issue_created", issue, [], actor, now);
            return issue;
        }
    }

    /// <summary>Changes summary, story points and assignee.</summary>
    public JiraIssue Edit(JiraUser actor, long id, string summary, decimal? points, string? assigneeId)
    {
        lock (_gate)
        {
            var before = Require(id);
            List<FieldChange> changes = [];
            if (!string.Equals(before.Summary, CheckSummary(summary), StringComparison.Ordinal))
            {
                changes.Add(new("summary", "jira", "summary", null, before.Summary, null, summary.Trim()));
            }

            if (before.StoryPoints != points)
            {
                changes.Add(new("Story Points", "custom", IssueJson.StoryPointsField, null, PointsText(before.StoryPoints), null, PointsText(points)));
            }

            if (!string.Equals(before.AssigneeId, assigneeId, StringComparison.Ordinal))
            {
                changes.Add(new(
                    "assignee", "jira", "assignee", before.AssigneeId, JiraUser.Find(before.AssigneeId)?.DisplayName, assigneeId, JiraUser.Find(assigneeId)?.DisplayName));
            }

            return Apply(before with { Summary = summary.Trim(), StoryPoints = points, AssigneeId = assigneeId }, changes, "issue_updated", actor);
        }
    }

    /// <summary>Moves an issue to a status.</summary>
    public JiraIssue Transition(JiraUser actor, long id, JiraStatus status)
    {
        lock (_gate)
        {
            var before = Require(id);
            if (before.StatusId == status.Id)
            {
                return before;
            }

            List<FieldChange> changes =
                [new("status", "jira", "status", Number.Text(before.StatusId), before.Status.Name, Number.Text(status.Id), status.Name)];
            var wasDone = before.StatusId == JiraStatus.Done.Id;
            if (wasDone || status.Id == JiraStatus.Done.Id)
            {
                changes.Insert(0, wasDone
                    ? new("resolution", "jira", "resolution", "10000", "Done", null, null)
                    : new("resolution", "jira", "resolution", null, null, "10000", "Done"));
            }

            return Apply(before with { StatusId = status.Id, StatusChanged = Now() }, changes, "issue_generic", actor);
        }
    }

    /// <summary>Puts an issue under another parent, or under none.</summary>
    public JiraIssue SetParent(JiraUser actor, long id, long? parentId)
    {
        lock (_gate)
        {
            var before = Require(id);
            if (before.ParentId == parentId)
            {
                return before;
            }

            CheckParent(before.Type, parentId, id);
            var (from, to) = (Find(before.ParentId), Find(parentId));
            FieldChange change = new(
                "IssueParentAssociation", "jira", null, from is null ? null : Number.Text(from.Id), from?.Key, to is null ? null : Number.Text(to.Id), to?.Key);
            return Apply(before with { ParentId = parentId }, [change], "issue_updated", actor);
        }
    }

    /// <summary>Deletes an issue with its sub-tasks; children of an epic lose their parent, as on a real site.</summary>
    public void Delete(JiraUser actor, long id)
    {
        lock (_gate)
        {
            var issue = Require(id);
            foreach (var child in ChildrenOf(id))
            {
                if (child.Type.IsSubtask)
                {
                    Delete(actor, child.Id);
                }
                else
                {
                    SetParent(actor, child.Id, null);
                }
            }

            _issues.Remove(id);
            Save();
            Publish("jira:issue_deleted", "issue_deleted", issue, [], actor, Now());
        }
    }

    private JiraIssue Apply(JiraIssue after, List<FieldChange> changes, string eventTypeName, JiraUser actor)
    {
        if (changes.Count == 0)
        {
            return after;
        }

        var now = Now();
        after = after with { Updated = now };
        _issues[after.Id] = after;
        Save();
        Publish("jira:issue_updated", eventTypeName, after, changes, actor, now);
        return after;
    }

    private void Publish(string name, string eventTypeName, JiraIssue issue, List<FieldChange> changes, JiraUser actor, DateTimeOffset at)
    {
        var told = new SiteEvent(name, eventTypeName, issue, Find(issue.ParentId), FindSprint(issue.SprintId), changes, actor, at, ++_state.LastChangelogId);
        _listeners.ForEach(listener => listener(told));
    }

    private JiraIssue Require(long id) => _issues.GetValueOrDefault(id) ?? throw new SiteRuleException("The issue does not exist or you do not have permission to see it.");

    private void CheckParent(JiraIssueType type, long? parentId, long? self)
    {
        if (parentId is null)
        {
            if (type.IsSubtask)
            {
                Refuse("A sub-task needs a parent.");
            }

            return;
        }

        var parent = Find(parentId);
        if (parent is null || parentId == self || parent.Type.HierarchyLevel != type.HierarchyLevel + 1)
        {
            Refuse("Choose a parent one level above.");
        }
    }

    private static string CheckSummary(string summary)
    {
        if (string.IsNullOrWhiteSpace(summary) || summary.Trim().Length > 255)
        {
            Refuse("Summary is required, with at most 255 characters.");
        }

        return summary.Trim();
    }

    [DoesNotReturn]
    private static void Refuse(string message) => throw new SiteRuleException(message);

    private static string? PointsText(decimal? points) => points is { } value ? Number.Text(value) : null;

    // Jira's times have milliseconds; a finer one would not survive its own JSON.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(_clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void Save()
    {
        if (_file is null)
        {
            return;
        }

        _state.Issues.Clear();
        _state.Issues.AddRange(_issues.Values.OrderBy(i => i.Id));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_file))!);
        var next = _file + ".next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(_state));
        File.Move(next, _file, overwrite: true);
    }
}
