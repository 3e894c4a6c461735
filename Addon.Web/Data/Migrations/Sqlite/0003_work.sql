CREATE TABLE issue_snapshot (
  tenant_id TEXT NOT NULL,
  issue_id INTEGER NOT NULL,
  -- Of a deleted issue only the id and the time are left; everything below is null then.
  deleted_at TEXT NULL,
  issue_key TEXT NULL,
  project_id INTEGER NULL,
  type_id INTEGER NULL,
  hierarchy_level INTEGER NULL,
  parent_id INTEGER NULL,
  status_name TEXT NULL,
  status_category INTEGER NULL,
  issue_updated_at TEXT NULL,
  -- Decides between two snapshots of the same update time; see IssueSnapshotStore.
  content_rank TEXT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_issue_snapshot PRIMARY KEY (tenant_id, issue_id)
) STRICT;

CREATE INDEX ix_issue_snapshot_parent ON issue_snapshot (tenant_id, parent_id);

CREATE INDEX ix_issue_snapshot_project ON issue_snapshot (tenant_id, project_id);

CREATE TABLE project_state (
  tenant_id TEXT NOT NULL,
  project_id INTEGER NOT NULL,
  is_deleted INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  CONSTRAINT pk_project_state PRIMARY KEY (tenant_id, project_id)
) STRICT;

CREATE TABLE issue_answer (
  tenant_id TEXT NOT NULL,
  issue_id INTEGER NOT NULL,
  answer INTEGER NOT NULL,
  reason INTEGER NULL,
  note TEXT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  CONSTRAINT pk_issue_answer PRIMARY KEY (tenant_id, issue_id)
) STRICT;

CREATE TABLE issue_link (
  tenant_id TEXT NOT NULL,
  issue_id INTEGER NOT NULL,
  key_result_id TEXT NOT NULL,
  source INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  -- A link that a person removed stays as a memory of that; linking again revives it.
  removed_at TEXT NULL,
  removed_by TEXT NULL,
  CONSTRAINT pk_issue_link PRIMARY KEY (tenant_id, issue_id, key_result_id),
  CONSTRAINT fk_issue_link_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;

CREATE INDEX ix_issue_link_key_result ON issue_link (tenant_id, key_result_id);
