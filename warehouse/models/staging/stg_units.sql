-- 单位主数据的当前状态；一行是一个单位
select
  agency_code,
  agency_name,
  unit_kind,
  parent_code,
  region_code,
  try_cast(head_count as integer) as head_count,
  try_cast(valid_from as date) as valid_from,
  try_cast(valid_to as date) as valid_to,
  aliases,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.units
