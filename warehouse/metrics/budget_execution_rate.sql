/*
---
label: 预算执行率
definition: 所选年度（缺省为最近预算年度）累计支付与调整后预算之比
unit: '%'
numerator: 年初至数据截至月的支付
denominator: 全年调整后预算
grain: 年
kinds: [budget_lines, budget_adjustments, payments]
owner: 预算工作委员会
legal_basis: 《中华人民共和国预算法》：各级人大常委会对本级预算执行进行监督
version: 1
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
)
select
  case when budgets.amount > 0 then cast(paid.amount as double) / cast(budgets.amount as double) end as value,
  paid.amount as numerator,
  budgets.amount as denominator
from budgets
cross join paid
