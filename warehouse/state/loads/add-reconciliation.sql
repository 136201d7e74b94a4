-- 记下对账数或差异说明
insert into state.load_reconciliations (
  reconciliation_id, load_id, kind, file_hash, stated, explanation, actor, decided_at
)
select
  'C' || lpad(cast((select count(*) from state.load_reconciliations) + 1 as varchar), 10, '0'),
  loads.load_id,
  loads.kind,
  loads.file_hash,
  $stated::varchar,
  $explanation::varchar,
  $actor::varchar,
  $at::timestamp
from raw.loads as loads
where loads.load_id = $load_id::varchar
