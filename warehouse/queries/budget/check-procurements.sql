-- Procurement contracts as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  contract_no,
  agency_code,
  agency_name,
  pro_code,
  item,
  method,
  supplier,
  supplier_size,
  bidders,
  bid_deposit,
  performance_deposit,
  agreed_days,
  estimate,
  amount,
  supplement_amount,
  signed_at,
  published_at,
  accepted_at
from marts.procurements
order by record_key
