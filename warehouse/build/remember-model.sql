insert into meta.models
values (
  $model::varchar,
  $input_fingerprint::varchar,
  $content_fingerprint::varchar,
  $rows::bigint,
  $built_at::timestamp
)
