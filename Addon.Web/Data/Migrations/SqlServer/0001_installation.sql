CREATE TABLE installation (
  tenant_id uniqueidentifier NOT NULL,
  client_key nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
  base_url nvarchar(500) NOT NULL,
  display_url nvarchar(500) NOT NULL,
  secret_cipher varbinary(4000) NULL,
  secret_key_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  previous_secret_cipher varbinary(4000) NULL,
  previous_secret_key_id nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
  previous_secret_until datetime2(6) NULL,
  lifecycle_at datetime2(6) NOT NULL,
  lifecycle_calls nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
  installed_at datetime2(6) NULL,
  uninstalled_at datetime2(6) NULL,
  cloud_id nvarchar(255) NULL,
  forge_installation_id nvarchar(500) NULL,
  created_at datetime2(6) NOT NULL,
  updated_at datetime2(6) NOT NULL,
  CONSTRAINT pk_installation PRIMARY KEY (tenant_id),
  CONSTRAINT uq_installation_client_key UNIQUE (client_key)
);

CREATE TABLE audit_event (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  at datetime2(6) NOT NULL,
  actor nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
  action nvarchar(100) NOT NULL,
  entity_type nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
  entity_id nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
  before_json nvarchar(max) NULL,
  after_json nvarchar(max) NULL,
  via int NOT NULL,
  CONSTRAINT pk_audit_event PRIMARY KEY NONCLUSTERED (tenant_id, id)
);

-- Rows lie by time, so that they are appended: uniqueidentifier sorts by its last bytes, and those of a UUID version 7 are random.
CREATE CLUSTERED INDEX ix_audit_event_at ON audit_event (tenant_id, at, id);

CREATE INDEX ix_audit_event_entity ON audit_event (tenant_id, entity_type, entity_id, at);
