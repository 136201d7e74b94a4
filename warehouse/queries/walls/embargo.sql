-- 未解除的禁显；一行是一项，新的在前
select
  added.entry_id,
  added.scope,
  added.value,
  added.reason,
  added.until_day,
  added.happened_at,
  added.actor
from state.wall_embargo as added
where
  added.type = 'added'
  and not exists (
    select 1 from state.wall_embargo as lifted
    where lifted.type = 'lifted' and lifted.entry_id = added.entry_id
  )
order by added.happened_at desc, added.entry_id
