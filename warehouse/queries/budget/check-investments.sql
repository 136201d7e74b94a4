-- Government investment projects as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  pro_code,
  project_name,
  agency_code,
  agency_name,
  estimate,
  approved_estimate,
  adjusted_estimate,
  approved_by,
  paid_total,
  as_of
from marts.investments
order by record_key
