-- Offers of suppliers as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  procurement_no,
  package_no,
  contract_no,
  agency_code,
  agency_name,
  item,
  method,
  supplier,
  supplier_credit_code,
  round,
  amount,
  ceiling,
  bid_status,
  is_winner,
  legal_person,
  contact,
  phone,
  deposit_account,
  file_mark,
  opened_at
from marts.bids
order by record_key
