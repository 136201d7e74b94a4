-- 名称对应的现行决定：同一写法取最后一次，撤销的不取
with latest as (
  select
    *,
    row_number() over (partition by type, text order by decided_at desc, decision_id desc) as place
  from state.entity_decisions
)
select
  type,
  text,
  action,
  target
from latest
where place = 1 and action <> 'undo'
order by type, text
