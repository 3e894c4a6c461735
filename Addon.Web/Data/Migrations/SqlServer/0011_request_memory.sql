-- Requests that were sent with an idempotency key. The row is written in the transaction of the effect; how it was answered is added afterwards.
CREATE TABLE request_memory (
  tenant_id uniqueidentifier NOT NULL,
  account nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
  request_key nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
  -- SHA-256 of method, address and body.
  fingerprint nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
  created_at datetime2(6) NOT NULL,
  status int NULL,
  location nvarchar(400) NULL,
  entity_tag nvarchar(100) NULL,
  content_type nvarchar(100) NULL,
  body nvarchar(max) NULL,
  body_left_out int NOT NULL,
  CONSTRAINT pk_request_memory PRIMARY KEY (tenant_id, account, request_key)
);

CREATE INDEX ix_request_memory_created ON request_memory (created_at);
