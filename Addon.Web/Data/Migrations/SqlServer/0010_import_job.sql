CREATE TABLE import_job (
  tenant_id uniqueidentifier NOT NULL,
  id uniqueidentifier NOT NULL,
  -- 0 uploading, 1 checking, 2 checked, 3 importing, 4 done, 5 failed, 6 cancelled.
  state int NOT NULL,
  -- 0 CSV, 1 JSON.
  format int NOT NULL,
  total int NOT NULL,
  report_json nvarchar(max) NULL,
  -- Who runs it, and until when nobody else may.
  lease_owner uniqueidentifier NULL,
  leased_until datetime2(6) NULL,
  created_at datetime2(6) NOT NULL,
  created_by nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  updated_at datetime2(6) NOT NULL,
  CONSTRAINT pk_import_job PRIMARY KEY (tenant_id, id)
);

CREATE INDEX ix_import_job_state ON import_job (state, updated_at);

CREATE INDEX ix_import_job_updated ON import_job (updated_at);

-- The file in parts, so that receiving it takes little memory.
CREATE TABLE import_part (
  tenant_id uniqueidentifier NOT NULL,
  job_id uniqueidentifier NOT NULL,
  number int NOT NULL,
  content varbinary(max) NOT NULL,
  CONSTRAINT pk_import_part PRIMARY KEY (tenant_id, job_id, number),
  CONSTRAINT fk_import_part_job FOREIGN KEY (tenant_id, job_id) REFERENCES import_job (tenant_id, id)
);
