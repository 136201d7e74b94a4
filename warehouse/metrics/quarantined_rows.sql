/*
---
label: 待处理隔离行
definition: 未能入库、等待修复的原始行数；不计入任何其他指标
unit: '行'
numerator: null
denominator: null
grain: 行
owner: 数据专员
legal_basis: null
version: 1
---
*/
select
  sum(quarantined_open) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.freshness
