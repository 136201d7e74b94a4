-- 政府投资项目的当前状态；一行是一个政府投资项目
select
  pro_code,
  project_name,
  agency_code,
  agency_name,
  try_cast(estimate as decimal(18, 2)) as estimate,
  try_cast(approved_estimate as decimal(18, 2)) as approved_estimate,
  try_cast(adjusted_estimate as decimal(18, 2)) as adjusted_estimate,
  approved_by,
  try_cast(paid_total as decimal(18, 2)) as paid_total,
  try_cast(as_of as date) as as_of,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.investments
