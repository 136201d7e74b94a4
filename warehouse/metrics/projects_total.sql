/*
---
label: 民生实事
definition: 所选年度（未选则最近年度）的民生实事项目数
unit: '件'
numerator: null
denominator: null
grain: 件
owner: 代表工作委员会
legal_basis: null
version: 1
---
*/
select
  count(*) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.livelihood_projects
where year = coalesce($year::integer, (select max(year) from marts.livelihood_projects))
