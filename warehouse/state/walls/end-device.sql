-- 撤销一次大屏配对
insert into state.wall_device_ends (
  device_id,
  ended_at,
  ended_by
)
values (
  $device_id::varchar,
  $ended_at::timestamp,
  $ended_by::varchar
)
