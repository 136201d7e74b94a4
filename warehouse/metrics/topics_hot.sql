/*
---
label: 民意热点
definition: 热点分析给出的热点个数；热点按热度排名，件数与事项数并列
unit: '个'
numerator: null
denominator: null
grain: 个
kinds: [suggestions, petitions, comments]
missing: 还没有运行热点分析
owner: 研究室
legal_basis: null
version: 1
---
*/
select
  case when exists (select 1 from analysis.runs where job = 'topics') then count(*) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from analysis.topics
where
  ($from::date is null or to_date >= $from::date)
  and ($to::date is null or from_date <= $to::date)
