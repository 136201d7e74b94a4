-- 记一次名称对应的决定
insert into state.entity_decisions (decision_id, type, text, action, target, actor, decided_at)
values (
  $decision_id::varchar,
  $type::varchar,
  $text::varchar,
  $action::varchar,
  $target::varchar,
  $actor::varchar,
  $decided_at::timestamp
)
