-- Government debt as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  region,
  region_code,
  fiscal_year,
  debt_kind,
  limit_amount,
  balance,
  quota,
  issued_new,
  repaid,
  interest,
  capacity,
  product,
  approved_by,
  as_of
from marts.debts
order by record_key
