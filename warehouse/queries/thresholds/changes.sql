-- 阈值的历次修改及其结果，新提出的在前；规则留空为全部
select
  proposed.change_id,
  proposed.rule,
  proposed.threshold,
  proposed.value_now,
  proposed.value_proposed,
  cast(proposed.effective_on as varchar) as effective_on,
  proposed.reason,
  proposed.trial,
  proposed.actor,
  proposed.actor_name,
  proposed."at",
  proposed.request_id,
  decided.kind as outcome,
  decided.reason as outcome_reason,
  decided.actor as outcome_actor,
  decided.actor_name as outcome_actor_name,
  decided."at" as outcome_at,
  decided.request_id as outcome_request_id
from state.threshold_events as proposed
left join state.threshold_events as decided
  on decided.change_id = proposed.change_id and decided.kind <> 'proposed'
where
  proposed.kind = 'proposed'
  and ($rule::varchar is null or proposed.rule = $rule::varchar)
order by proposed."at" desc, proposed.change_id
