insert into analysis.runs
values (
  $job::varchar,
  $input_fingerprint::varchar,
  $started_at::timestamp,
  $finished_at::timestamp,
  $rows::bigint
)
