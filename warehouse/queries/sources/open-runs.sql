-- 开始了却没有结束的运行；一行是一次运行
select
  started.event_id,
  started.source,
  started.run_id,
  started.happened_at,
  started.planned_at,
  started.trigger_kind
from state.source_events as started
left join state.source_events as ended
  on ended.run_id = started.run_id and ended.type = 'ended'
where started.type = 'started' and ended.run_id is null
order by started.happened_at, started.event_id
