-- 记一次分类决定
insert into
  state.class_decisions (
    decision_id, voice_id, text_hash, kind, level_1, level_2, level_3,
    was_level_1, was_level_2, was_level_3, was_confidence, model, actor, decided_at
  )
values
  (
    $decision_id::varchar, $voice_id::varchar, $text_hash::varchar, $kind::varchar,
    $level_1::varchar, $level_2::varchar, $level_3::varchar,
    $was_level_1::varchar, $was_level_2::varchar, $was_level_3::varchar,
    $was_confidence::double, $model::varchar, $actor::varchar, $decided_at::timestamp
  )
