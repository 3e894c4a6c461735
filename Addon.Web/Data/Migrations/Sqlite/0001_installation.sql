CREATE TABLE installation (
  tenant_id TEXT NOT NULL,
  client_key TEXT NOT NULL,
  base_url TEXT NOT NULL,
  display_url TEXT NOT NULL,
  secret_cipher BLOB NULL,
  secret_key_id TEXT NULL,
  previous_secret_cipher BLOB NULL,
  previous_secret_key_id TEXT NULL,
  previous_secret_until TEXT NULL,
  lifecycle_at TEXT NOT NULL,
  lifecycle_calls TEXT NOT NULL,
  installed_at TEXT NULL,
  uninstalled_at TEXT NULL,
  cloud_id TEXT NULL,
  forge_installation_id TEXT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_installation PRIMARY KEY (tenant_id),
  CONSTRAINT uq_installation_client_key UNIQUE (client_key)
) STRICT;

CREATE TABLE audit_event (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NULL,
  action TEXT NOT NULL,
  entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before_json TEXT NULL,
  after_json TEXT NULL,
  via INTEGER NOT NULL,
  CONSTRAINT pk_audit_event PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX ix_audit_event_at ON audit_event (tenant_id, at, id);

CREATE INDEX ix_audit_event_entity ON audit_event (tenant_id, entity_type, entity_id, at);
