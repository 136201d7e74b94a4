-- 自编场景的各个版本，新的在前；给场景编号时只取这一个
select
  scene_id,
  version,
  state,
  saved_at,
  detail,
  actor,
  row_number() over (partition by scene_id order by version desc) as place
from state.wall_scenes
where $scene_id::varchar is null or scene_id = $scene_id::varchar
order by scene_id, version desc
