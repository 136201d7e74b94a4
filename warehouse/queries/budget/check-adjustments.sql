-- Budget adjustments as the rule engine reads them.
select
  record_key,
  source_file,
  sheet,
  row_number,
  adj_id,
  bgt_id,
  adj_date,
  add_amount,
  dis_amount,
  doc_no,
  approved_by
from marts.budget_adjustments
order by record_key
