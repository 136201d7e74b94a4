-- Treasury balances by month as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  region,
  region_code,
  month_end,
  outflow,
  balance
from marts.treasury_months
order by record_key
