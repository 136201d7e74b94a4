-- 登记或解除一项禁显
insert into state.wall_embargo (
  entry_id,
  type,
  happened_at,
  scope,
  value,
  reason,
  until_day,
  actor
)
values (
  $entry_id::varchar,
  $type::varchar,
  $happened_at::timestamp,
  $scope::varchar,
  $value::varchar,
  $reason::varchar,
  $until_day::date,
  $actor::varchar
)
