/*
---
label: 立法意见采纳率
definition: 采纳情况为采纳、已采纳、部分采纳的意见占已有采纳结论的意见的比例
unit: '%'
numerator: 采纳或部分采纳的意见
denominator: 已有采纳结论的意见
grain: 条
kinds: [comments]
owner: 法制工作委员会
legal_basis: null
version: 1
---
*/
with counted as (
  select
    count(*) filter (where adopted in ('采纳', '已采纳', '部分采纳', '是', '1')) as numerator,
    count(*) filter (where adopted is not null) as denominator
  from marts.comments
  where
    ($from::date is null or created_date >= $from::date)
    and ($to::date is null or created_date <= $to::date)
)
select
  case when denominator > 0 then cast(numerator as double) / denominator end as value,
  numerator,
  denominator
from counted
