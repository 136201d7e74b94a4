-- 记下隔离行的搁置或恢复
insert into state.quarantine_decisions (
  decision_id, quarantine_id, load_id, kind, file_hash, sheet, row_number, action, reason, actor, decided_at
)
select
  -- Numbered in the order of writing: the later of two at one moment wins.
  'D' || lpad(
    cast((select count(*) from state.quarantine_decisions) + row_number() over (order by refused.quarantine_id) as varchar), 10, '0'
  ),
  refused.quarantine_id,
  refused.load_id,
  refused.kind,
  loads.file_hash,
  coalesce(refused.sheet, ''),
  refused.row_number,
  $action::varchar,
  $reason::varchar,
  $actor::varchar,
  $at::timestamp
from raw.quarantine as refused
inner join raw.loads as loads on loads.load_id = refused.load_id
where list_contains($ids::varchar[], refused.quarantine_id)
  and refused.status = case when $action::varchar = 'set_aside' then 'open' else 'set_aside' end
