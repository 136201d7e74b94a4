-- 大屏的各次配对，新的在前；一行是一次配对
select
  devices.device_id,
  devices.wall_id,
  devices.name,
  devices.place,
  devices.template,
  devices.viewing,
  devices.seams,
  devices.addresses,
  devices.paired_at,
  devices.paired_by,
  devices.expires_at,
  min(ends.ended_at) as ended_at
from state.wall_devices as devices
left join state.wall_device_ends as ends on ends.device_id = devices.device_id
group by
  devices.device_id,
  devices.wall_id,
  devices.name,
  devices.place,
  devices.template,
  devices.viewing,
  devices.seams,
  devices.addresses,
  devices.paired_at,
  devices.paired_by,
  devices.expires_at
order by devices.paired_at desc, devices.device_id
