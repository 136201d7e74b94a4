-- 一个来源的运行记录（结束的与没跑的），新的在前
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
  count(*) over () as total
from state.source_events
where source = $source::varchar and type in ('ended', 'missed')
order by happened_at desc, event_id desc
limit $limit::bigint offset $offset::bigint
