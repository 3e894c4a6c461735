using Addon.Core.Audit;
using Addon.Core.Common;
using Addon.Core.Scopes;

namespace Addon.Core.Portability;

/// <summary>Plans the scopes of an import: what is not there is made, what is there gets the settings that the file says.</summary>
internal static class ScopePlanner
{
    public static void Plan(ImportContext context, IReadOnlyList<TransferScope> scopes)
    {
        var projects = context.Existing.Projects.ToDictionary(p => p.Project, p => p.Scope);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var wanted in scopes.OrderBy(s => s.Kind))
        {
            if (!seen.Add(wanted.Path))
            {
                context.Refuse(wanted.Path, "path", "import.duplicate_scope", "This scope is there twice.");
            }
            else if (PlanOne(context, wanted) is { } scope)
            {
                PlanProjects(context, wanted, scope, projects);
            }
        }
    }

    private static Scope? PlanOne(ImportContext context, TransferScope wanted)
    {
        var before = context.Scopes.GetValueOrDefault(wanted.Path);
        if (before is not null && before.Kind != wanted.Kind)
        {
            context.Refuse(wanted.Path, "kind", "import.scope_kind_differs", $"{wanted.Path} is there already and stands at another height.");
            return null;
        }

        if (before is null && wanted.Kind == ScopeKind.Company && context.Scopes.Values.FirstOrDefault(s => s.Kind == ScopeKind.Company) is { } company)
        {
            context.Refuse(wanted.Path, "path", "import.company_differs", $"This site's company is called {company.Name}; use that name in the file, or rename it first.");
            return null;
        }

        var parent = wanted.Parent is null ? null : context.Scopes.GetValueOrDefault(wanted.Parent);
        if (wanted.Parent is not null && parent is null)
        {
            context.Refuse(wanted.Path, "parent", "import.scope_unknown", $"There is no scope {wanted.Parent}.");
            return null;
        }

        if (ScopeTree.Check(wanted.Kind, parent) is { } misplaced)
        {
            context.Refuse(wanted.Path, misplaced.Fields);
            return null;
        }

        var draft = DraftOf(wanted, parent);
        var start = before ?? new Scope { Id = ScopeId.New(), Kind = wanted.Kind, Name = wanted.Name };
        // A deputy whose time has run out may come along.
        var history = draft is { Deputy: { } deputy, DeputyUntil: { } until } ? start with { Deputy = new MappingDeputy(deputy, until) } : start;
        if (draft.Validate(context.Now, history) is { Count: > 0 } errors)
        {
            context.Refuse(wanted.Path, errors);
            return null;
        }

        var after = draft.WriteTo(start);
        Keep(context, wanted.Path, before, after);
        return after;
    }

    private static void Keep(ImportContext context, string path, Scope? before, Scope after)
    {
        context.Scopes[path] = after;
        context.PathOf[after.Id] = path;
        if (before is null)
        {
            context.Plan.NewScopes.Add(after);
            context.Plan.Audit.Add(ScopeAudit.Added(context.Actor, after) with { Via = AuditVia.Import });
        }
        else if (before != after)
        {
            context.Plan.ChangedScopes.Add(after);
            context.Plan.Audit.Add(ScopeAudit.Edited(context.Actor, before, after) with { Via = AuditVia.Import });
        }
    }

    private static void PlanProjects(ImportContext context, TransferScope wanted, Scope scope, Dictionary<ProjectId, ScopeId> projects)
    {
        foreach (var project in wanted.Projects.Distinct().Select(p => new ProjectId(p)))
        {
            if (scope.Kind != ScopeKind.Team)
            {
                context.Refuse(wanted.Path, "projects", "import.project_needs_team", "Only a team has projects.");
                return;
            }

            if (!projects.TryGetValue(project, out var owner))
            {
                projects[project] = scope.Id;
                context.Plan.NewProjects.Add((scope.Id, project));
                context.Plan.Audit.Add(ScopeAudit.Mapped(context.Actor, scope.Id, project, null) with { Via = AuditVia.Import });
            }
            else if (owner != scope.Id)
            {
                context.Refuse(wanted.Path, "projects", "import.project_taken", $"Project {project} belongs to another team here.");
            }
        }
    }

    private static ScopeDraft DraftOf(TransferScope wanted, Scope? parent) => new()
    {
        Name = wanted.Name,
        Parent = parent?.Id,
        Owner = AccountOf(wanted.Owner),
        MappingOwner = AccountOf(wanted.MappingOwner),
        Deputy = AccountOf(wanted.Deputy),
        DeputyUntil = wanted.DeputyUntil,
        Rhythm = wanted.Rhythm,
        MeetingDay = wanted.MeetingDay,
        DueTime = wanted.DueTime,
        TimeZone = wanted.TimeZone,
        Holidays = wanted.Holidays,
    };

    private static AccountId? AccountOf(string? text) => text is null ? null : new AccountId(text);
}
