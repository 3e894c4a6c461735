-- What exists in Jira as far as we know: not deleted, and not in a deleted project. (A view has to be alone in its batch.)
CREATE VIEW live_issue AS
SELECT s.tenant_id, s.issue_id, s.issue_key, s.project_id, s.type_id, s.hierarchy_level, s.parent_id, s.status_name, s.status_category, s.issue_updated_at
FROM issue_snapshot s
WHERE s.deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM project_state p WHERE p.tenant_id = s.tenant_id AND p.project_id = s.project_id AND p.is_deleted = 1);
