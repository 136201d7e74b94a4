-- 预决算公开登记的当前状态；一行是一个单位一个年度一项公开内容
select
  agency_code,
  agency_name,
  try_cast(fiscal_year as integer) as fiscal_year,
  document_kind,
  try_cast(approved_at as date) as approved_at,
  try_cast(published_at as date) as published_at,
  url,
  try_cast(as_of as date) as as_of,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.disclosures
