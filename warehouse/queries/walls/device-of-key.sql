-- 按密钥摘要取未撤销的配对
select
  devices.device_id,
  devices.wall_id,
  devices.name,
  devices.place,
  devices.template,
  devices.viewing,
  devices.seams,
  devices.addresses,
  devices.expires_at
from state.wall_devices as devices
where
  devices.key_hash = $key_hash::varchar
  and not exists (select 1 from state.wall_device_ends as ends where ends.device_id = devices.device_id)
order by devices.device_id
