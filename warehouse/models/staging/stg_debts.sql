-- 政府债务的当前状态；一行是一个地区、年度的一类债务
select
  region,
  region_code,
  try_cast(fiscal_year as integer) as fiscal_year,
  debt_kind,
  try_cast(limit_amount as decimal(18, 2)) as limit_amount,
  try_cast(balance as decimal(18, 2)) as balance,
  try_cast(quota as decimal(18, 2)) as quota,
  try_cast(issued_new as decimal(18, 2)) as issued_new,
  try_cast(issued_refinancing as decimal(18, 2)) as issued_refinancing,
  try_cast(repaid as decimal(18, 2)) as repaid,
  try_cast(interest as decimal(18, 2)) as interest,
  try_cast(capacity as decimal(18, 2)) as capacity,
  purpose,
  approved_by,
  try_cast(as_of as date) as as_of,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.debts
