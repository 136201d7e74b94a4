-- 待处理的隔离行；一行是一条原始行
select
  quarantine_id,
  load_id,
  kind,
  source_file,
  sheet,
  row_number,
  column_name,
  reason_code,
  created_at
from raw.quarantine
where status = 'open'
