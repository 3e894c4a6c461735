namespace Addon.Web.Data.Work;

internal static class SnapshotSql
{
    public const string Find = """
        SELECT issue_id, issue_key, project_id, type_id, hierarchy_level, parent_id, status_name, status_category, issue_updated_at
        FROM live_issue
        WHERE tenant_id = @tenant AND issue_id = @issue;
        """;

    /// <summary>A deleted row is never touched again; of equal update times the higher rank of content stays.</summary>
    public const string SaveIfNewer = """
        UPDATE issue_snapshot
        SET issue_key = @key, project_id = @project, type_id = @type, hierarchy_level = @level, parent_id = @parent, status_name = @statusName,
            status_category = @statusCategory, issue_updated_at = @updatedAt, content_rank = @rank, updated_at = @now
        WHERE tenant_id = @tenant AND issue_id = @issue AND deleted_at IS NULL
          AND (issue_updated_at < @updatedAt OR (issue_updated_at = @updatedAt AND content_rank < @rank));

        INSERT INTO issue_snapshot (tenant_id, issue_id, issue_key, project_id, type_id, hierarchy_level, parent_id, status_name, status_category,
                                    issue_updated_at, content_rank, created_at, updated_at)
        SELECT @tenant, @issue, @key, @project, @type, @level, @parent, @statusName, @statusCategory, @updatedAt, @rank, @now, @now
        WHERE NOT EXISTS (SELECT 1 FROM issue_snapshot WHERE tenant_id = @tenant AND issue_id = @issue);
        """;

    /// <summary>Leaves a tombstone: id and the earliest time that was told.</summary>
    public const string MarkDeleted = """
        UPDATE issue_snapshot
        SET deleted_at = @at, issue_key = NULL, project_id = NULL, type_id = NULL, hierarchy_level = NULL, parent_id = NULL, status_name = NULL,
            status_category = NULL, issue_updated_at = NULL, content_rank = NULL, updated_at = @now
        WHERE tenant_id = @tenant AND issue_id = @issue AND (deleted_at IS NULL OR deleted_at > @at);

        INSERT INTO issue_snapshot (tenant_id, issue_id, deleted_at, created_at, updated_at)
        SELECT @tenant, @issue, @at, @now, @now
        WHERE NOT EXISTS (SELECT 1 FROM issue_snapshot WHERE tenant_id = @tenant AND issue_id = @issue);
        """;

    /// <summary>The latest word on a project counts; "restored" outranks "deleted" of the same moment.</summary>
    public const string SetProjectState = """
        UPDATE project_state
        SET is_deleted = @isDeleted, changed_at = @at
        WHERE tenant_id = @tenant AND project_id = @project AND (changed_at < @at OR (changed_at = @at AND is_deleted > @isDeleted));

        INSERT INTO project_state (tenant_id, project_id, is_deleted, changed_at)
        SELECT @tenant, @project, @isDeleted, @at
        WHERE NOT EXISTS (SELECT 1 FROM project_state WHERE tenant_id = @tenant AND project_id = @project);
        """;
}
