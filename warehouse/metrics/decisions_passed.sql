/*
---
label: 通过决定决议
definition: 审议结果为通过的决定决议件数
unit: '项'
numerator: null
denominator: null
grain: 项
kinds: [proceedings]
owner: 办公室
legal_basis: 《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》：县级以上的地方各级人民代表大会常务委员会行使的职权
version: 1
---
*/
select
  count(*) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.proceedings
where
  result = '通过'
  and category = '决定决议'
  and ($from::date is null or held_on >= $from::date)
  and ($to::date is null or held_on <= $to::date)
