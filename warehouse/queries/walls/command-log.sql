-- 一块屏最近的指令，新的在前
select
  given_ms,
  detail,
  actor
from state.wall_commands
where wall_id = $wall_id::varchar
order by given_ms desc
limit $limit::bigint
