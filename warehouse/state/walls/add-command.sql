-- 记一个大屏指令
insert into state.wall_commands (
  command_id,
  wall_id,
  given_ms,
  type,
  detail,
  actor
)
values (
  $command_id::varchar,
  $wall_id::varchar,
  $given_ms::bigint,
  $type::varchar,
  $detail::varchar,
  $actor::varchar
)
