/*
---
label: 正在升温的热点
definition: 热点分析给出、目前处于萌芽、上升、高位或反弹阶段的热点个数；已回落的不算
unit: '个'
numerator: null
denominator: null
grain: 个
kinds: [suggestions, petitions, comments]
missing: 还没有运行热点分析
owner: 研究室
legal_basis: null
version: 2
---
*/
select
  case when exists (select 1 from analysis.runs where job = 'topics') then count(*) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from analysis.topics
where
  lifecycle in ('萌芽', '上升', '高位', '反弹')
  and ($from::date is null or to_date >= $from::date)
  and ($to::date is null or from_date <= $to::date)
