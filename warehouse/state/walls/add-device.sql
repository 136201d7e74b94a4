-- 登记一次大屏配对
insert into state.wall_devices (
  device_id,
  wall_id,
  name,
  place,
  template,
  viewing,
  seams,
  key_hash,
  addresses,
  paired_at,
  paired_by,
  expires_at
)
values (
  $device_id::varchar,
  $wall_id::varchar,
  $name::varchar,
  $place::varchar,
  $template::varchar,
  $viewing::varchar,
  $seams::varchar,
  $key_hash::varchar,
  $addresses::varchar,
  $paired_at::timestamp,
  $paired_by::varchar,
  $expires_at::timestamp
)
