-- 一次载入：重读它的文件所需要的
select
  load_id,
  kind,
  source,
  file_name,
  file_hash,
  coalesce(file_bytes, 0) as file_bytes,
  sheets,
  mapping,
  policy,
  layout,
  control_totals,
  reconciled,
  warnings,
  status,
  replay_of,
  coalesce(observed_at, started_at, finished_at) as observed_at,
  coalesce(started_at, finished_at) as started_at,
  coalesce(actor, '') as actor
from raw.loads
where load_id = $load_id::varchar
order by load_id
