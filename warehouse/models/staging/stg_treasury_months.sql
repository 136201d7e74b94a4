-- 国库库款的当前状态；一行是一个地区一个月的库款
select
  region,
  region_code,
  try_cast(month_end as date) as month_end,
  try_cast(inflow as decimal(18, 2)) as inflow,
  try_cast(outflow as decimal(18, 2)) as outflow,
  try_cast(balance as decimal(18, 2)) as balance,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.treasury_months
