namespace Addon.Web.Data.Scopes;

internal static class ScopeSql
{
    /// <summary>The columns of <see cref="ScopeRow"/>; the alias is s.</summary>
    public const string Columns = """
        s.id, s.kind, s.name, s.parent_scope_id, s.owner, s.mapping_owner, s.mapping_deputy, s.deputy_until, s.rhythm, s.meeting_day, s.due_minute, s.time_zone,
        s.holidays_json, s.version
        """;

    public const string Find = $"SELECT {Columns} FROM scope s WHERE s.tenant_id = @tenant AND s.id = @id;";

    public const string FindBySlot = $"SELECT {Columns} FROM scope s WHERE s.tenant_id = @tenant AND s.slot = @slot;";

    public const string FindOfProject = $"""
        SELECT {Columns}
        FROM scope_project p
        INNER JOIN scope s ON s.tenant_id = p.tenant_id AND s.id = p.scope_id
        WHERE p.tenant_id = @tenant AND p.project_id = @project;
        """;

    public const string List = $"SELECT {Columns} FROM scope s WHERE s.tenant_id = @tenant ORDER BY s.kind, s.name, s.id;";

    public const string ListProjects = "SELECT project_id FROM scope_project WHERE tenant_id = @tenant AND scope_id = @scope ORDER BY project_id;";

    public const string ListMappings = "SELECT p.scope_id, p.project_id FROM scope_project p WHERE p.tenant_id = @tenant ORDER BY p.project_id;";

    public const string CountActiveObjectives = """
        SELECT COUNT(*)
        FROM objective o
        INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
        WHERE o.tenant_id = @tenant AND o.scope_id = @scope AND o.state = 1 AND c.state <> 3;
        """;

    public const string Add = """
        INSERT INTO scope (tenant_id, id, kind, slot, name, parent_scope_id, owner, mapping_owner, mapping_deputy, deputy_until, rhythm, meeting_day, due_minute,
                           time_zone, holidays_json, version, created_at, created_by, updated_at, updated_by)
        VALUES (@tenant, @id, @kind, @slot, @name, @parent, @owner, @mappingOwner, @deputy, @deputyUntil, @rhythm, @meetingDay, @dueMinute,
                @timeZone, @holidays, @version, @now, @actor, @now, @actor);
        """;

    public const string Update = """
        UPDATE scope
        SET name = @name, parent_scope_id = @parent, owner = @owner, mapping_owner = @mappingOwner, mapping_deputy = @deputy, deputy_until = @deputyUntil,
            rhythm = @rhythm, meeting_day = @meetingDay, due_minute = @dueMinute, time_zone = @timeZone, holidays_json = @holidays,
            version = version + 1, updated_at = @now, updated_by = @actor
        WHERE tenant_id = @tenant AND id = @id AND version = @version;
        """;

    public const string UnmapProject = "DELETE FROM scope_project WHERE tenant_id = @tenant AND project_id = @project;";

    public const string MapProject =
        "INSERT INTO scope_project (tenant_id, project_id, scope_id, created_at, created_by) VALUES (@tenant, @project, @scope, @now, @actor);";
}
