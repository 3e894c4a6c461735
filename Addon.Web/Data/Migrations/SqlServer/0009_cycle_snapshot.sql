-- How a cycle stood when it was closed: append-only. Closing again after a reopening adds a row.
CREATE TABLE cycle_snapshot (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  cycle_id uniqueidentifier NOT NULL,
  taken_at datetime2(6) NOT NULL,
  taken_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  objective_count int NOT NULL,
  key_result_count int NOT NULL,
  document nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
  -- SHA-256 of the document in UTF-8, in hexadecimal.
  hash nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  CONSTRAINT pk_cycle_snapshot PRIMARY KEY (tenant_id, cycle_id, id),
  CONSTRAINT fk_cycle_snapshot_cycle FOREIGN KEY (tenant_id, cycle_id) REFERENCES cycle (tenant_id, id)
);

CREATE INDEX ix_audit_event_actor ON audit_event (tenant_id, actor, at, id);
