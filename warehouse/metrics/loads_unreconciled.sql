/*
---
label: 未对平批次
definition: 文件自带的合计与收下的明细对不上、也没有说明原因的载入批次数
unit: '批'
numerator: null
denominator: null
grain: 批
owner: 数据专员
legal_basis: null
version: 1
---
*/
select
  cast(coalesce(sum(unreconciled), 0) as bigint) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.freshness
