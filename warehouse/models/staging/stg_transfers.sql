-- 转移支付；一行是一次下达
select
  doc_no,
  from_div,
  to_div,
  kind,
  try_cast(amount as decimal(18, 2)) as amount,
  try_cast(received_at as date) as received_at,
  try_cast(issued_at as date) as issued_at,
  try_cast(fiscal_year as integer) as fiscal_year,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.transfers
