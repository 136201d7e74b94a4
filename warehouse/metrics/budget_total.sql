/*
---
label: 调整后预算
definition: 所选年度（缺省为最近年度）预算指标加调增、减调减后的合计
unit: '元'
numerator: null
denominator: null
grain: 年
kinds: [budget_lines, budget_adjustments]
owner: 预算工作委员会
legal_basis: 《中华人民共和国预算法》：各级人大常委会对本级预算执行进行监督
version: 1
---
*/
select
  sum(adjusted_amount) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.budget_lines
where
  fiscal_year = coalesce($year::integer, (select max(fiscal_year) from marts.budget_lines))
  and ($unit::varchar is null or agency_code = $unit::varchar or agency_name = $unit::varchar)
