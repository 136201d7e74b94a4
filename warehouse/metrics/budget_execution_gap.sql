/*
---
label: 执行进度差
definition: 预算执行率减去时间进度（有支付的最后月份除以 12）；负数为落后于时间进度
unit: 个百分点
numerator: 预算执行率
denominator: 时间进度
grain: 年
kinds: [budget_lines, budget_adjustments, payments]
owner: 预算工作委员会
legal_basis: 《中华人民共和国预算法》：各级人大常委会对本级预算执行进行监督
version: 2
---
*/
with budgets as (
  select sum(adjusted_amount) as amount
  from marts.budget_lines
  where fiscal_year = coalesce($year::integer, (select max(fiscal_year) from marts.budget_lines))
    and ($unit::varchar is null or agency_code = $unit::varchar or agency_name = $unit::varchar)
),
paid as (
  select sum(paid_amount) as amount
  from marts.agency_months
  where fiscal_year = coalesce($year::integer, (select max(fiscal_year) from marts.budget_lines))
    and ($unit::varchar is null or agency_code = $unit::varchar or agency_name = $unit::varchar)
),
elapsed as (
  select cast(max(month) as double) / 12 as share
  from marts.agency_months
  where fiscal_year = coalesce($year::integer, (select max(fiscal_year) from marts.budget_lines))
    and payments > 0
)
select
  case
    when budgets.amount > 0 then cast(paid.amount as double) / cast(budgets.amount as double) - elapsed.share
  end as value,
  case when budgets.amount > 0 then cast(paid.amount as double) / cast(budgets.amount as double) end as numerator,
  elapsed.share as denominator
from budgets
cross join paid
cross join elapsed
