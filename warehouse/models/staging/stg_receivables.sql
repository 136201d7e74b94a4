-- 往来款项的当前状态；一行是一个单位的一笔应收、暂付款
select
  receivable_id,
  agency_code,
  agency_name,
  ledger_subject,
  counterparty,
  try_cast(occurred_at as date) as occurred_at,
  try_cast(balance as decimal(18, 2)) as balance,
  reason,
  try_cast(as_of as date) as as_of,
  record_key,
  load_id,
  source_file,
  sheet,
  row_number,
  row_hash
from latest.receivables
