CREATE TABLE import_job (
  tenant_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- 0 uploading, 1 checking, 2 checked, 3 importing, 4 done, 5 failed, 6 cancelled.
  state INTEGER NOT NULL,
  -- 0 CSV, 1 JSON.
  format INTEGER NOT NULL,
  total INTEGER NOT NULL,
  report_json TEXT NULL,
  -- Who runs it, and until when nobody else may.
  lease_owner TEXT NULL,
  leased_until TEXT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT pk_import_job PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX ix_import_job_state ON import_job (state, updated_at);

CREATE INDEX ix_import_job_updated ON import_job (updated_at);

-- The file in parts, so that receiving it takes little memory.
CREATE TABLE import_part (
  tenant_id TEXT NOT NULL,
  job_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT pk_import_part PRIMARY KEY (tenant_id, job_id, number),
  CONSTRAINT fk_import_part_job FOREIGN KEY (tenant_id, job_id) REFERENCES import_job (tenant_id, id)
) STRICT;
