CREATE TABLE scope (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  -- "company" for the one company scope of a tenant, else the scope's own id: a unique key without a filtered index.
  slot TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_scope PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_scope_slot UNIQUE (tenant_id, slot)
) STRICT;

CREATE TABLE scope_project (
  tenant_id TEXT NOT NULL,
  project_id INTEGER NOT NULL,
  scope_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_scope_project PRIMARY KEY (tenant_id, project_id),
  CONSTRAINT fk_scope_project_scope FOREIGN KEY (tenant_id, scope_id) REFERENCES scope (tenant_id, id)
) STRICT;

CREATE INDEX ix_scope_project_scope ON scope_project (tenant_id, scope_id);

CREATE TABLE cycle (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  start_on TEXT NOT NULL,
  end_on TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_cycle PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_cycle_name UNIQUE (tenant_id, name)
) STRICT;

CREATE TABLE objective (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  scope_id TEXT NOT NULL,
  cycle_id TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Always the objective above, also when parent_key_result_id says which of its key results is served: the way up needs one column only.
  parent_objective_id TEXT NULL,
  parent_key_result_id TEXT NULL,
  contribution TEXT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  CONSTRAINT pk_objective PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_objective_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_objective_scope FOREIGN KEY (tenant_id, scope_id) REFERENCES scope (tenant_id, id),
  CONSTRAINT fk_objective_cycle FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycle (tenant_id, id),
  CONSTRAINT fk_objective_parent FOREIGN KEY (tenant_id, parent_objective_id) REFERENCES objective (tenant_id, id),
  CONSTRAINT fk_objective_parent_key_result FOREIGN KEY (tenant_id, parent_key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;

CREATE INDEX ix_objective_parent ON objective (tenant_id, parent_objective_id);

CREATE INDEX ix_objective_scope ON objective (tenant_id, scope_id);

CREATE TABLE key_result (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  objective_id TEXT NOT NULL,
  title TEXT NOT NULL,
  direction INTEGER NOT NULL,
  from_value TEXT NOT NULL,
  to_value TEXT NOT NULL,
  unit TEXT NOT NULL,
  per INTEGER NOT NULL,
  owner TEXT NOT NULL,
  state INTEGER NOT NULL,
  -- The newest value of kr_value, kept here so that reading needs no search; current_number says which one it is.
  current_value TEXT NULL,
  current_at TEXT NULL,
  current_number INTEGER NULL,
  value_count INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  CONSTRAINT pk_key_result PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_key_result_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_key_result_objective FOREIGN KEY (tenant_id, objective_id) REFERENCES objective (tenant_id, id)
) STRICT;

CREATE INDEX ix_key_result_objective ON key_result (tenant_id, objective_id);

CREATE TABLE kr_value (
  tenant_id TEXT NOT NULL,
  key_result_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  value TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  note TEXT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  CONSTRAINT pk_kr_value PRIMARY KEY (tenant_id, key_result_id, number),
  CONSTRAINT uq_kr_value_id UNIQUE (tenant_id, id),
  CONSTRAINT fk_kr_value_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
) STRICT;

CREATE TABLE tenant_counter (
  tenant_id TEXT NOT NULL,
  name TEXT NOT NULL,
  value INTEGER NOT NULL,
  CONSTRAINT pk_tenant_counter PRIMARY KEY (tenant_id, name)
) STRICT;
