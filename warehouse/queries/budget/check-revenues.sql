-- Revenue budgets and their execution as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  region,
  region_code,
  fiscal_year,
  account,
  subject_code,
  subject_name,
  budget_amount,
  adjusted_amount,
  executed_amount,
  approved_by,
  as_of
from marts.revenues
order by record_key
