-- 一块屏或共用的节目单，新的在前，自有的先于共用的
select
  wall_id,
  saved_ms,
  detail,
  actor
from state.wall_scripts
where wall_id in ($wall_id::varchar, 'all')
order by
  case when wall_id = 'all' then 1 else 0 end,
  saved_ms desc,
  script_id
limit 5
