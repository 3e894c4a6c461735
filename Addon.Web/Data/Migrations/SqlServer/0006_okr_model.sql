ALTER TABLE scope ADD
  parent_scope_id uniqueidentifier NULL,
  owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  mapping_owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  mapping_deputy nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  deputy_until date NULL,
  rhythm int NOT NULL CONSTRAINT df_scope_rhythm DEFAULT 1,
  meeting_day int NOT NULL CONSTRAINT df_scope_meeting_day DEFAULT 1,
  due_minute int NOT NULL CONSTRAINT df_scope_due_minute DEFAULT 1020,
  time_zone nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_scope_time_zone DEFAULT 'UTC',
  holidays_json nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_scope_holidays_json DEFAULT '[]',
  version int NOT NULL CONSTRAINT df_scope_version DEFAULT 1,
  updated_at datetime2(6) NULL,
  updated_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE cycle ADD
  kind int NOT NULL CONSTRAINT df_cycle_kind DEFAULT 1,
  state int NOT NULL CONSTRAINT df_cycle_state DEFAULT 1,
  closing_since datetime2(6) NULL,
  version int NOT NULL CONSTRAINT df_cycle_version DEFAULT 1,
  updated_at datetime2(6) NULL,
  updated_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE objective ADD
  why nvarchar(1000) NULL,
  owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  standalone_reason nvarchar(500) NULL,
  state int NOT NULL CONSTRAINT df_objective_state DEFAULT 0,
  outcome int NULL,
  activated_at datetime2(6) NULL,
  carried_from_id uniqueidentifier NULL;

ALTER TABLE key_result ADD
  metric nvarchar(120) NULL,
  low_value decimal(19,6) NULL,
  high_value decimal(19,6) NULL,
  weight int NOT NULL CONSTRAINT df_key_result_weight DEFAULT 1,
  how_work_moves_it nvarchar(500) NULL,
  source int NOT NULL CONSTRAINT df_key_result_source DEFAULT 0,
  phases_json nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_key_result_phases_json DEFAULT '[]',
  due_on date NULL,
  baselining_since datetime2(6) NULL,
  activated_at datetime2(6) NULL,
  ended_at datetime2(6) NULL,
  dormant_since datetime2(6) NULL,
  end_reason nvarchar(500) NULL,
  redirect nvarchar(500) NULL,
  carried_from_id uniqueidentifier NULL,
  original_json nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
  lift_at datetime2(6) NULL,
  lift_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  lift_note nvarchar(500) NULL,
  accepted_hints_json nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_key_result_accepted_hints_json DEFAULT '[]',
  recent_json nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_key_result_recent_json DEFAULT '[]',
  periods_with_value int NOT NULL CONSTRAINT df_key_result_periods_with_value DEFAULT 0,
  periods_in_bound int NOT NULL CONSTRAINT df_key_result_periods_in_bound DEFAULT 0,
  last_period_in_bound int NULL,
  last_check_in_at datetime2(6) NULL,
  last_check_in_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  last_check_in_note nvarchar(1000) NULL,
  confidence int NULL;

ALTER TABLE kr_value ADD
  source int NOT NULL CONSTRAINT df_kr_value_source DEFAULT 0,
  corrects_id uniqueidentifier NULL,
  dedupe_key nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT df_kr_value_dedupe_key DEFAULT '',
  actor nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE key_result ALTER COLUMN from_value decimal(19,6) NULL;
ALTER TABLE key_result ALTER COLUMN to_value decimal(19,6) NULL;
ALTER TABLE key_result ALTER COLUMN unit nvarchar(40) NULL;
ALTER TABLE key_result ALTER COLUMN owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;

CREATE INDEX ix_objective_cycle ON objective (tenant_id, cycle_id);

CREATE TABLE kr_check_in (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  key_result_id uniqueidentifier NOT NULL,
  at datetime2(6) NOT NULL,
  confidence int NOT NULL,
  value_id uniqueidentifier NULL,
  note nvarchar(1000) NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_kr_check_in PRIMARY KEY (tenant_id, key_result_id, id),
  CONSTRAINT fk_kr_check_in_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
);

CREATE TABLE kr_target_change (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  key_result_id uniqueidentifier NOT NULL,
  at datetime2(6) NOT NULL,
  before_json nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  after_json nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  eased int NOT NULL,
  reason nvarchar(500) NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_kr_target_change PRIMARY KEY (tenant_id, key_result_id, id),
  CONSTRAINT fk_kr_target_change_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
);

CREATE TABLE kr_co_author (
  tenant_id uniqueidentifier NOT NULL,
  key_result_id uniqueidentifier NOT NULL,
  account nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  invited_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  invited_at datetime2(6) NOT NULL,
  accepted_at datetime2(6) NULL,
  CONSTRAINT pk_kr_co_author PRIMARY KEY (tenant_id, key_result_id, account),
  CONSTRAINT fk_kr_co_author_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
);
