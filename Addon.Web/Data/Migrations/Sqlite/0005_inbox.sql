CREATE TABLE webhook_inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- 0 pending, 1 handled, 2 parked.
  state INTEGER NOT NULL,
  -- The event as compact JSON, without anything about people; null once handled.
  payload TEXT NULL,
  -- 1 when Jira has to be asked to handle it: such events are claimed apart, so that they hold nobody up.
  asks_jira INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  lease_owner TEXT NULL,
  leased_until TEXT NULL,
  error_code TEXT NULL,
  updated_at TEXT NOT NULL,
  CONSTRAINT uq_webhook_inbox_delivery UNIQUE (tenant_id, delivery_id)
) STRICT;

CREATE INDEX ix_webhook_inbox_due ON webhook_inbox (state, asks_jira, due_at, seq);

CREATE INDEX ix_webhook_inbox_received ON webhook_inbox (state, received_at);
