-- 每条指标的调整合计；一行是一条指标
select
  bgt_id,
  sum(coalesce(add_amount, 0)) as added_amount,
  sum(coalesce(dis_amount, 0)) as reduced_amount
from staging.stg_budget_adjustments
group by bgt_id
