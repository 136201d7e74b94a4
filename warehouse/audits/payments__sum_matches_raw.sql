-- severity: error
-- 支付明细的金额合计与入库数据对不上（精确到分）
with stored_sum as (
  select coalesce(sum(try_cast(amount as decimal(18, 2))), 0) as amount from latest.payments
),
mart_sum as (
  select coalesce(sum(amount), 0) as amount from marts.payments
)
select stored_sum.amount as stored_amount, mart_sum.amount as mart_amount
from stored_sum
cross join mart_sum
where stored_sum.amount <> mart_sum.amount
