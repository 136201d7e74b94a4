/*
---
label: 通过法规
definition: 审议结果为通过的法规案件数
unit: '部'
numerator: null
denominator: null
grain: 部
kinds: [proceedings]
owner: 法制工作委员会
legal_basis: 《中华人民共和国立法法》：设区的市的人民代表大会及其常务委员会制定地方性法规
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
  and category = '法规案'
  and ($from::date is null or held_on >= $from::date)
  and ($to::date is null or held_on <= $to::date)
