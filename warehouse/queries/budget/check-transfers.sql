-- Transfer payments as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  doc_no,
  from_div,
  to_div,
  kind as transfer_kind,
  amount,
  received_at,
  issued_at,
  fiscal_year
from marts.transfers
order by record_key
