/*
---
label: 实事完成率
definition: 报告完成比例为 100% 的项目占全部项目的比例；没有报告的算未完成
unit: '%'
numerator: 已完成项目
denominator: 全部项目
grain: 年
owner: 代表工作委员会
legal_basis: null
version: 1
---
*/
select
  case when count(*) > 0 then cast(count(*) filter (where progress >= 1) as double) / count(*) end as value,
  count(*) filter (where progress >= 1) as numerator,
  count(*) as denominator
from marts.livelihood_projects
where year = coalesce($year::integer, (select max(year) from marts.livelihood_projects))
