-- 每个来源每种事的最近一件；一行是一件事
with ranked as (
  select
    event_id,
    row_number() over (
      partition by source, type, coalesce(outcome, '') order by happened_at desc, event_id desc
    ) as event_rank
  from state.source_events
)
select
  events.event_id,
  events.source,
  events.type,
  events.happened_at,
  events.run_id,
  events.planned_at,
  events.trigger_kind,
  events.outcome,
  events.error_code,
  events.message,
  events.files,
  events.rows_read,
  events.rows_accepted,
  events.rows_quarantined,
  events.rows_unchanged,
  events.unbalanced,
  events.kinds,
  events.mark,
  events.detail,
  events.actor
from state.source_events as events
inner join ranked on ranked.event_id = events.event_id and ranked.event_rank = 1
order by events.source, events.happened_at, events.event_id
