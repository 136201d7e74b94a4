/*
---
label: 疑似集中提交
definition: 文字相同或相近、又集中在短时间内提交的事项数；只是提示，件数照算，由人判断
unit: '处'
numerator: null
denominator: null
grain: 处
kinds: [suggestions, petitions, comments]
missing: 还没有运行归并分析
owner: 研究室
legal_basis: null
version: 1
---
*/
select
  case when exists (select 1 from analysis.runs where job = 'matters') then count(*) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from analysis.campaigns
where
  ($from::date is null or to_date >= $from::date)
  and ($to::date is null or from_date <= $to::date)
