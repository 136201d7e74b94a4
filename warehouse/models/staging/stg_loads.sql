-- 已发布的载入；一行是一次载入
select
  load_id,
  load_seq,
  kind,
  source,
  file_name,
  file_hash,
  rows_read,
  rows_accepted,
  rows_quarantined,
  rows_unchanged,
  reconciled,
  started_at,
  finished_at
from raw.loads
where status = 'published'
