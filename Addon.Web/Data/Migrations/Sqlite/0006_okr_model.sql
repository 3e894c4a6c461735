ALTER TABLE scope ADD COLUMN parent_scope_id TEXT NULL;
ALTER TABLE scope ADD COLUMN owner TEXT NULL;
ALTER TABLE scope ADD COLUMN mapping_owner TEXT NULL;
ALTER TABLE scope ADD COLUMN mapping_deputy TEXT NULL;
ALTER TABLE scope ADD COLUMN deputy_until TEXT NULL;
ALTER TABLE scope ADD COLUMN rhythm INTEGER NOT NULL DEFAULT 1;
ALTER TABLE scope ADD COLUMN meeting_day INTEGER NOT NULL DEFAULT 1;
ALTER TABLE scope ADD COLUMN due_minute INTEGER NOT NULL DEFAULT 1020;
ALTER TABLE scope ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE scope ADD COLUMN holidays_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE scope ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE scope ADD COLUMN updated_at TEXT NULL;
ALTER TABLE scope ADD COLUMN updated_by TEXT NULL;

ALTER TABLE cycle ADD COLUMN kind INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cycle ADD COLUMN state INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cycle ADD COLUMN closing_since TEXT NULL;
ALTER TABLE cycle ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cycle ADD COLUMN updated_at TEXT NULL;
ALTER TABLE cycle ADD COLUMN updated_by TEXT NULL;

ALTER TABLE objective ADD COLUMN why TEXT NULL;
ALTER TABLE objective ADD COLUMN owner TEXT NULL;
ALTER TABLE objective ADD COLUMN standalone_reason TEXT NULL;
ALTER TABLE objective ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE objective ADD COLUMN outcome INTEGER NULL;
ALTER TABLE objective ADD COLUMN activated_at TEXT NULL;
ALTER TABLE objective ADD COLUMN carried_from_id TEXT NULL;

ALTER TABLE key_result ADD COLUMN metric TEXT NULL;
ALTER TABLE key_result ADD COLUMN low_value TEXT NULL;
ALTER TABLE key_result ADD COLUMN high_value TEXT NULL;
ALTER TABLE key_result ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;
ALTER TABLE key_result ADD COLUMN how_work_moves_it TEXT NULL;
ALTER TABLE key_result ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
ALTER TABLE key_result ADD COLUMN phases_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE key_result ADD COLUMN due_on TEXT NULL;
ALTER TABLE key_result ADD COLUMN baselining_since TEXT NULL;
ALTER TABLE key_result ADD COLUMN activated_at TEXT NULL;
ALTER TABLE key_result ADD COLUMN ended_at TEXT NULL;
ALTER TABLE key_result ADD COLUMN dormant_since TEXT NULL;
ALTER TABLE key_result ADD COLUMN end_reason TEXT NULL;
ALTER TABLE key_result ADD COLUMN redirect TEXT NULL;
ALTER TABLE key_result ADD COLUMN carried_from_id TEXT NULL;
ALTER TABLE key_result ADD COLUMN original_json TEXT NULL;
ALTER TABLE key_result ADD COLUMN lift_at TEXT NULL;
ALTER TABLE key_result ADD COLUMN lift_by TEXT NULL;
ALTER TABLE key_result ADD COLUMN lift_note TEXT NULL;
ALTER TABLE key_result ADD COLUMN accepted_hints_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE key_result ADD COLUMN recent_json TEXT NOT NULL DEFAULT '[]';
ALTER TABLE key_result ADD COLUMN periods_with_value INTEGER NOT NULL DEFAULT 0;
ALTER TABLE key_result ADD COLUMN periods_in_bound INTEGER NOT NULL DEFAULT 0;
ALTER TABLE key_result ADD COLUMN last_period_in_bound INTEGER NULL;
ALTER TABLE key_result ADD COLUMN last_check_in_at TEXT NULL;
ALTER TABLE key_result ADD COLUMN last_check_in_by TEXT NULL;
ALTER TABLE key_result ADD COLUMN last_check_in_note TEXT NULL;
ALTER TABLE key_result ADD COLUMN confidence INTEGER NULL;

ALTER TABLE kr_value ADD COLUMN source INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kr_value ADD COLUMN corrects_id TEXT NULL;
ALTER TABLE kr_value ADD COLUMN dedupe_key TEXT NOT NULL DEFAULT '';
ALTER TABLE kr_value ADD COLUMN actor TEXT NULL;

-- What a draft may still lack. SQLite cannot relax a column: a new one takes its place (0007 and 0008).
ALTER TABLE key_result ADD COLUMN from_or_null TEXT NULL;
ALTER TABLE key_result ADD COLUMN to_or_null TEXT NULL;
ALTER TABLE key_result ADD COLUMN unit_or_null TEXT NULL;
ALTER TABLE key_result ADD COLUMN owner_or_null TEXT NULL;

CREATE INDEX ix_objective_cycle ON objective (tenant_id, cycle_id);

CREATE TABLE kr_check_in (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  at TEXT NOT NULL,
  confidence INTEGER NOT NULL,
  value_id TEXT NULL,
  note TEXT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_kr_check_in PRIMARY KEY (tenant_id, key_result_id, id),
  CONSTRAINT fk_kr_check_in_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;

CREATE TABLE kr_target_change (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  at TEXT NOT NULL,
  before_json TEXT NOT NULL,
  after_json TEXT NOT NULL,
  eased INTEGER NOT NULL,
  reason TEXT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_kr_target_change PRIMARY KEY (tenant_id, key_result_id, id),
  CONSTRAINT fk_kr_target_change_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;

CREATE TABLE kr_co_author (
  tenant_id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  account TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  invited_at TEXT NOT NULL,
  accepted_at TEXT NULL,
  CONSTRAINT pk_kr_co_author PRIMARY KEY (tenant_id, key_result_id, account),
  CONSTRAINT fk_kr_co_author_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;
