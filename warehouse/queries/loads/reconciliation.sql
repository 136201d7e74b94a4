-- 一个文件对账的最近一次人工处理
select stated, explanation, actor, decided_at
from state.load_reconciliations
where file_hash = $file_hash::varchar and kind = $kind::varchar
order by reconciliation_id desc
limit 1
