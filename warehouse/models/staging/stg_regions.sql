-- 区划主数据的当前状态；一行是一个区划
select
  region_code,
  region_name,
  parent_code,
  level,
  try_cast(valid_from as date) as valid_from,
  try_cast(valid_to as date) as valid_to,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.regions
