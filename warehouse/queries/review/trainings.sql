-- 历次重新训练，新的在前
select
  trainings.training_id,
  trainings.trained_at,
  trainings.actor,
  trainings.model,
  trainings.previous_model,
  trainings.examples,
  trainings.decisions,
  trainings.effect
from state.class_trainings as trainings
order by
  trainings.trained_at desc,
  trainings.training_id
limit 20
