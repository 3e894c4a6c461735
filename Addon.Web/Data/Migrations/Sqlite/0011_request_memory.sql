-- Requests that were sent with an idempotency key. The row is written in the transaction of the effect; how it was answered is added afterwards.
CREATE TABLE request_memory (
  tenant_id TEXT NOT NULL,
  account TEXT NOT NULL,
  request_key TEXT NOT NULL,
  -- SHA-256 of method, address and body.
  fingerprint TEXT NOT NULL,
  created_at TEXT NOT NULL,
  status INTEGER NULL,
  location TEXT NULL,
  entity_tag TEXT NULL,
  content_type TEXT NULL,
  body TEXT NULL,
  body_left_out INTEGER NOT NULL,
  CONSTRAINT pk_request_memory PRIMARY KEY (tenant_id, account, request_key)
) STRICT;

CREATE INDEX ix_request_memory_created ON request_memory (created_at);
