/*
---
label: 平均完成比例
definition: 有进度报告的项目完成比例的平均，各项目同等看待
unit: '%'
numerator: null
denominator: 有进度报告的项目
grain: 年
owner: 代表工作委员会
legal_basis: null
version: 1
---
*/
select
  avg(progress) as value,
  cast(null as bigint) as numerator,
  count(progress) as denominator
from marts.livelihood_projects
where year = coalesce($year::integer, (select max(year) from marts.livelihood_projects))
