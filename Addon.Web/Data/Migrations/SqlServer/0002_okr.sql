CREATE TABLE scope (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  kind int NOT NULL,
  -- "company" for the one company scope of a tenant, else the scope's own id: a unique key without a filtered index.
  slot nvarchar(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
  name nvarchar(120) NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_scope PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_scope_slot UNIQUE (tenant_id, slot)
);

CREATE TABLE scope_project (
  tenant_id uniqueidentifier NOT NULL,
  project_id bigint NOT NULL,
  scope_id uniqueidentifier NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_scope_project PRIMARY KEY (tenant_id, project_id),
  CONSTRAINT fk_scope_project_scope FOREIGN KEY (tenant_id, scope_id) REFERENCES scope (tenant_id, id)
);

CREATE INDEX ix_scope_project_scope ON scope_project (tenant_id, scope_id);

CREATE TABLE cycle (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  name nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
  start_on date NOT NULL,
  end_on date NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_cycle PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_cycle_name UNIQUE (tenant_id, name)
);

CREATE TABLE objective (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  number int NOT NULL,
  scope_id uniqueidentifier NOT NULL,
  cycle_id uniqueidentifier NOT NULL,
  title nvarchar(250) NOT NULL,
  -- Always the objective above, also when parent_key_result_id says which of its key results is served: the way up needs one column only.
  parent_objective_id uniqueidentifier NULL,
  parent_key_result_id uniqueidentifier NULL,
  contribution nvarchar(500) NULL,
  version int NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  updated_at datetime2(6) NOT NULL,
  updated_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_objective PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_objective_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_objective_scope FOREIGN KEY (tenant_id, scope_id) REFERENCES scope (tenant_id, id),
  CONSTRAINT fk_objective_cycle FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycle (tenant_id, id),
  CONSTRAINT fk_objective_parent FOREIGN KEY (tenant_id, parent_objective_id) REFERENCES objective (tenant_id, id)
);

CREATE INDEX ix_objective_parent ON objective (tenant_id, parent_objective_id);

CREATE INDEX ix_objective_scope ON objective (tenant_id, scope_id);

CREATE TABLE key_result (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  number int NOT NULL,
  objective_id uniqueidentifier NOT NULL,
  title nvarchar(250) NOT NULL,
  direction int NOT NULL,
  from_value decimal(19,6) NOT NULL,
  to_value decimal(19,6) NOT NULL,
  unit nvarchar(40) NOT NULL,
  per int NOT NULL,
  owner nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  state int NOT NULL,
  -- The newest value of kr_value, kept here so that reading needs no search; current_number says which one it is.
  current_value decimal(19,6) NULL,
  current_at datetime2(6) NULL,
  current_number int NULL,
  value_count int NOT NULL,
  version int NOT NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  updated_at datetime2(6) NOT NULL,
  updated_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_key_result PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_key_result_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_key_result_objective FOREIGN KEY (tenant_id, objective_id) REFERENCES objective (tenant_id, id)
);

CREATE INDEX ix_key_result_objective ON key_result (tenant_id, objective_id);

ALTER TABLE objective ADD CONSTRAINT fk_objective_parent_key_result
  FOREIGN KEY (tenant_id, parent_key_result_id) REFERENCES key_result (tenant_id, id);

CREATE TABLE kr_value (
  tenant_id uniqueidentifier NOT NULL,
  key_result_id uniqueidentifier NOT NULL,
  number int NOT NULL,
  id uniqueidentifier NOT NULL,
  value decimal(19,6) NOT NULL,
  measured_at datetime2(6) NOT NULL,
  note nvarchar(1000) NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_kr_value PRIMARY KEY (tenant_id, key_result_id, number),
  CONSTRAINT uq_kr_value_id UNIQUE (tenant_id, id),
  CONSTRAINT fk_kr_value_key_result FOREIGN KEY (tenant_id, key_result_id) REFERENCES key_result (tenant_id, id)
);

CREATE TABLE tenant_counter (
  tenant_id uniqueidentifier NOT NULL,
  name nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
  value int NOT NULL,
  CONSTRAINT pk_tenant_counter PRIMARY KEY (tenant_id, name)
);
