/*
---
label: 红色疑点
definition: 等级为红的疑点数
unit: '个'
numerator: null
denominator: null
grain: 个
kinds: [budget_lines, budget_adjustments, payments, transfers, procurements, units, revenues, expenditures, debts, treasury_months, investments, receivables, bids, disclosures, disclosure_lines]
missing: 还没有运行预算分析
owner: 预算工作委员会
legal_basis: null
version: 1
---
*/
select
  case when exists (select 1 from analysis.rule_status) then count(*) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from analysis.findings
where
  severity = '红'
  and ($unit::varchar is null or agency_code = $unit::varchar or unit = $unit::varchar)
  and ($year::integer is null or fiscal_year = $year::integer)
