-- How a cycle stood when it was closed: append-only. Closing again after a reopening adds a row.
CREATE TABLE cycle_snapshot (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  cycle_id TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  objective_count INTEGER NOT NULL,
  key_result_count INTEGER NOT NULL,
  document TEXT NOT NULL,
  -- SHA-256 of the document in UTF-8, in hexadecimal.
  hash TEXT NOT NULL,
  CONSTRAINT pk_cycle_snapshot PRIMARY KEY (tenant_id, cycle_id, id),
  CONSTRAINT fk_cycle_snapshot_cycle FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycle (tenant_id, id)
) STRICT;

CREATE INDEX ix_audit_event_actor ON audit_event (tenant_id, actor, at, id);
