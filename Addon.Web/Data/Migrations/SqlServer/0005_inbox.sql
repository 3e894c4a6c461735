CREATE TABLE webhook_inbox (
  seq bigint IDENTITY(1,1) NOT NULL,
  tenant_id uniqueidentifier NOT NULL,
  delivery_id nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
  name nvarchar(100) NOT NULL,
  -- 0 pending, 1 handled, 2 parked.
  state int NOT NULL,
  -- The event as compact JSON, without anything about people; null once handled.
  payload nvarchar(max) NULL,
  -- 1 when Jira has to be asked to handle it: such events are claimed apart, so that they hold nobody up.
  asks_jira int NOT NULL,
  received_at datetime2(6) NOT NULL,
  due_at datetime2(6) NOT NULL,
  attempts int NOT NULL,
  lease_owner uniqueidentifier NULL,
  leased_until datetime2(6) NULL,
  error_code nvarchar(100) NULL,
  updated_at datetime2(6) NOT NULL,
  CONSTRAINT uq_webhook_inbox_delivery UNIQUE (tenant_id, delivery_id),
  CONSTRAINT pk_webhook_inbox PRIMARY KEY (seq)
);

CREATE INDEX ix_webhook_inbox_due ON webhook_inbox (state, asks_jira, due_at, seq);

CREATE INDEX ix_webhook_inbox_received ON webhook_inbox (state, received_at);
