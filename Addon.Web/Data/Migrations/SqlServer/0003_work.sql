CREATE TABLE issue_snapshot (
  tenant_id uniqueidentifier NOT NULL,
  issue_id bigint NOT NULL,
  -- Of a deleted issue only the id and the time are left; everything below is null then.
  deleted_at datetime2(6) NULL,
  issue_key nvarchar(255) COLLATE Latin1_General_100_BIN2 NULL,
  project_id bigint NULL,
  type_id bigint NULL,
  hierarchy_level int NULL,
  parent_id bigint NULL,
  status_name nvarchar(120) NULL,
  status_category int NULL,
  issue_updated_at datetime2(6) NULL,
  -- Decides between two snapshots of the same update time; see IssueSnapshotStore.
  content_rank nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
  created_at datetime2(6) NOT NULL,
  updated_at datetime2(6) NOT NULL,
  CONSTRAINT pk_issue_snapshot PRIMARY KEY (tenant_id, issue_id)
);

CREATE INDEX ix_issue_snapshot_parent ON issue_snapshot (tenant_id, parent_id);

CREATE INDEX ix_issue_snapshot_project ON issue_snapshot (tenant_id, project_id);

CREATE TABLE project_state (
  tenant_id uniqueidentifier NOT NULL,
  project_id bigint NOT NULL,
  is_deleted int NOT NULL,
  changed_at datetime2(6) NOT NULL,
  CONSTRAINT pk_project_state PRIMARY KEY (tenant_id, project_id)
);

CREATE TABLE issue_answer (
  tenant_id uniqueidentifier NOT NULL,
  issue_id bigint NOT NULL,
  answer int NOT NULL,
  reason int NULL,
  note nvarchar(500) NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  updated_at datetime2(6) NOT NULL,
  updated_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_issue_answer PRIMARY KEY (tenant_id, issue_id)
);

CREATE TABLE issue_link (
  tenant_id uniqueidentifier NOT NULL,
  issue_id bigint NOT NULL,
  key_result_id uniqueidentifier NOT NULL,
  source int NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  -- A link that a person removed stays as a memory of that; linking again revives it.
  removed_at datetime2(6) NULL,
  removed_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  CONSTRAINT pk_issue_link PRIMARY KEY (tenant_id, issue_id, key_result_id),
  CONSTRAINT fk_issue_link_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
);

CREATE INDEX ix_issue_link_key_result ON issue_link (tenant_id, key_result_id);
