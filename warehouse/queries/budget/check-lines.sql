-- Budget lines as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  bgt_id,
  fiscal_year,
  agency_code,
  agency_name,
  unit_key,
  pro_code,
  project_name,
  exp_func_code,
  dep_bgt_eco_code,
  fund_type_code,
  source_type_code,
  amount,
  added_amount,
  reduced_amount,
  paid_amount,
  payments,
  first_paid_on,
  doc_date
from marts.budget_lines
order by record_key
