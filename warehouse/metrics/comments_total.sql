/*
---
label: 立法意见条数
definition: 所选期间内收到的对法规草案的意见条数
unit: '条'
numerator: null
denominator: null
grain: 条
kinds: [comments]
owner: 法制工作委员会
legal_basis: null
version: 1
---
*/
select
  count(*) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.comments
where
  ($from::date is null or created_date >= $from::date)
  and ($to::date is null or created_date <= $to::date)
