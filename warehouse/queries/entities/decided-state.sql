-- 名称决定的状态：决定一变，受影响的民意就要重新逐件分析
select
  cast(count(*) as integer) as decisions,
  coalesce(cast(max(decided_at) as varchar), '') as last_at
from state.entity_decisions
