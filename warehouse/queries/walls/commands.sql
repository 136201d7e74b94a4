-- 一块屏自某时起的指令，以及此前每组持久指令的最近一个（固定、会议、主题、重载）；按时间
with grouped as (
  select
    given_ms,
    type,
    detail,
    case
      when type in ('pin', 'unpin') then 'pin'
      when type in ('meeting', 'meeting-end') then 'meeting'
      when type in ('theme', 'reload') then type
    end as lasting
  from state.wall_commands
  where wall_id = $wall_id::varchar
),
ranked as (
  select
    given_ms,
    detail,
    lasting,
    row_number() over (partition by lasting order by given_ms desc) as place
  from grouped
  where given_ms < $since_ms::bigint
)
select
  given_ms,
  detail
from ranked
where lasting is not null and place = 1
union all
select
  given_ms,
  detail
from grouped
where given_ms >= $since_ms::bigint
order by given_ms
