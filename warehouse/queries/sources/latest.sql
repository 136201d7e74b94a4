-- 每个来源每种事的最近一件；一行是一件事
with ranked as (
  select
    event_id,
    source,
    type,
    happened_at,
    run_id,
    planned_at,
    trigger_kind,
    outcome,
    error_code,
    message,
    files,
    rows_read,
    rows_accepted,
    rows_quarantined,
    rows_unchanged,
    unbalanced,
    kinds,
    mark,
    detail,
    actor,
    row_number() over (
      partition by source, type, coalesce(outcome, '') order by happened_at desc, event_id desc
    ) as event_rank
  from state.source_events
)
select
  event_id,
  source,
  type,
  happened_at,
  run_id,
  planned_at,
  trigger_kind,
  outcome,
  error_code,
  message,
  files,
  rows_read,
  rows_accepted,
  rows_quarantined,
  rows_unchanged,
  unbalanced,
  kinds,
  mark,
  detail,
  actor
from ranked
where event_rank = 1
order by source, happened_at, event_id
