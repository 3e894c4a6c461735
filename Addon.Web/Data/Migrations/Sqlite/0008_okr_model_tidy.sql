ALTER TABLE key_result DROP COLUMN from_value;
ALTER TABLE key_result RENAME COLUMN from_or_null TO from_value;
ALTER TABLE key_result DROP COLUMN to_value;
ALTER TABLE key_result RENAME COLUMN to_or_null TO to_value;
ALTER TABLE key_result DROP COLUMN unit;
ALTER TABLE key_result RENAME COLUMN unit_or_null TO unit;
ALTER TABLE key_result DROP COLUMN owner;
ALTER TABLE key_result RENAME COLUMN owner_or_null TO owner;
ALTER TABLE key_result DROP COLUMN current_value;
ALTER TABLE key_result DROP COLUMN current_at;
ALTER TABLE key_result DROP COLUMN current_number;

ALTER TABLE kr_value DROP COLUMN created_by;

CREATE UNIQUE INDEX uq_kr_value_dedupe ON kr_value (tenant_id, key_result_id, dedupe_key);
