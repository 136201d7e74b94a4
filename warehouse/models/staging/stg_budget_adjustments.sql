-- 指标调整；一行是一次调整
select
  adj_id,
  bgt_id,
  try_cast(adj_date as date) as adj_date,
  try_cast(add_amount as decimal(18, 2)) as add_amount,
  try_cast(dis_amount as decimal(18, 2)) as dis_amount,
  doc_no,
  approved_by,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.budget_adjustments
