-- Open receivables and advances as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  receivable_id,
  agency_code,
  agency_name,
  ledger_subject,
  counterparty,
  occurred_at,
  balance,
  as_of
from marts.receivables
order by record_key
