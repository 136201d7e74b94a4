-- 记一次重新训练
insert into
  state.class_trainings (
    training_id, trained_at, actor, model, previous_model, examples, decisions, effect
  )
values
  (
    $training_id::varchar, $trained_at::timestamp, $actor::varchar, $model::varchar,
    $previous_model::varchar, $examples::bigint, $decisions::bigint, $effect::varchar
  )
