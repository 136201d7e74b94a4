-- 保存节目单
insert into state.wall_scripts (
  script_id,
  wall_id,
  saved_ms,
  detail,
  actor
)
values (
  $script_id::varchar,
  $wall_id::varchar,
  $saved_ms::bigint,
  $detail::varchar,
  $actor::varchar
)
