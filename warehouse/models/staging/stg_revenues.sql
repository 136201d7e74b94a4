-- 收入预算与执行的当前状态；一行是一个地区、年度、账本的一个收入科目
select
  region,
  region_code,
  try_cast(fiscal_year as integer) as fiscal_year,
  account,
  inc_sub_code as subject_code,
  inc_sub_name as subject_name,
  try_cast(budget_amount as decimal(18, 2)) as budget_amount,
  try_cast(adjusted_amount as decimal(18, 2)) as adjusted_amount,
  try_cast(executed_amount as decimal(18, 2)) as executed_amount,
  approved_by,
  try_cast(as_of as date) as as_of,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.revenues
