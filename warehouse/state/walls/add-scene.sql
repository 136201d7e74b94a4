-- 保存场景的一个版本
insert into state.wall_scenes (
  scene_id,
  version,
  state,
  saved_at,
  detail,
  actor
)
values (
  $scene_id::varchar,
  $version::integer,
  $state::varchar,
  $saved_at::timestamp,
  $detail::varchar,
  $actor::varchar
)
