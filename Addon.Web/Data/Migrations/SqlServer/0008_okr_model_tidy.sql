ALTER TABLE key_result DROP COLUMN current_value, current_at, current_number;

ALTER TABLE kr_value DROP COLUMN created_by;

CREATE UNIQUE INDEX uq_kr_value_dedupe ON kr_value (tenant_id, key_result_id, dedupe_key);
