-- What was there before the full model: an objective with an active key result is active, and what an active one promises is what it says today.
UPDATE objective
SET state = 1, activated_at = updated_at
WHERE EXISTS (SELECT 1 FROM key_result k WHERE k.tenant_id = objective.tenant_id AND k.objective_id = objective.id AND k.state <> 0);

-- The newest value alone; the older ones join it when the next one is recorded.
UPDATE key_result
SET recent_json = CONCAT('[{"at":"', CONVERT(nvarchar(27), current_at, 126), 'Z","value":"', CONVERT(nvarchar(30), current_value), '"}]')
WHERE current_at IS NOT NULL;

UPDATE key_result
SET activated_at = updated_at,
    original_json = CONCAT('{"from":"', CONVERT(nvarchar(30), from_value), '","to":"', CONVERT(nvarchar(30), to_value), '","dueOn":"', (
      SELECT CONVERT(nvarchar(10), c.end_on, 23)
      FROM objective o
      INNER JOIN cycle c ON c.tenant_id = o.tenant_id AND c.id = o.cycle_id
      WHERE o.tenant_id = key_result.tenant_id AND o.id = key_result.objective_id), '"}')
WHERE state <> 0;

UPDATE key_result SET ended_at = updated_at WHERE state IN (2, 3, 4);

UPDATE kr_value SET dedupe_key = LOWER(CONVERT(nvarchar(36), id)), actor = created_by;
