-- 记一件数据来源的事
insert into state.source_events (
  event_id, source, type, happened_at, run_id, planned_at, trigger_kind, outcome, error_code, message, files,
  rows_read, rows_accepted, rows_quarantined, rows_unchanged, unbalanced, kinds, mark, detail, actor
)
values (
  $event_id::varchar,
  $source::varchar,
  $type::varchar,
  $happened_at::timestamp,
  $run_id::varchar,
  $planned_at::timestamp,
  $trigger_kind::varchar,
  $outcome::varchar,
  $error_code::varchar,
  $message::varchar,
  $files::bigint,
  $rows_read::bigint,
  $rows_accepted::bigint,
  $rows_quarantined::bigint,
  $rows_unchanged::bigint,
  $unbalanced::bigint,
  $kinds::varchar,
  $mark::varchar,
  $detail::varchar,
  $actor::varchar
)
