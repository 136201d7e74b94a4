/*
---
label: 留言答复天数中位数
definition: 有留言时间和答复时间的留言，从留言到答复的天数的中位数；一半的留言不超过这个天数
unit: '天'
numerator: null
denominator: null
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: null
version: 1
---
*/
select
  cast(percentile_cont(0.5) within group (order by days_to_reply) as double) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.voices
where
  kind = 'petitions'
  and days_to_reply >= 0
  and ($from::date is null or created_date >= $from::date)
  and ($to::date is null or created_date <= $to::date)
  and ($district::varchar is null or district_name = $district::varchar)
  and ($unit::varchar is null or unit_name = $unit::varchar)
