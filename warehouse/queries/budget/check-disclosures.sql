-- Registered publications as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  agency_code,
  agency_name,
  fiscal_year,
  document_kind,
  approved_at,
  published_at,
  as_of
from marts.disclosures
order by record_key
