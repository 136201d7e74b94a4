/*
---
label: 已召开会议
definition: 有议题已有结果的会议次数
unit: '次'
numerator: null
denominator: null
grain: 次
kinds: [proceedings]
owner: 办公室
legal_basis: 《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》：县级以上的地方各级人民代表大会常务委员会行使的职权
version: 1
---
*/
select
  count(distinct session) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.proceedings
where
  result is not null
  and ($from::date is null or held_on >= $from::date)
  and ($to::date is null or held_on <= $to::date)
