/*
---
label: 滞后数据类别
definition: 已有数据、但最晚业务日期落后于全部数据最晚日期超过该类更新期限的类别数；登记的来源自己写的期限另见“今天的数据”
unit: '类'
numerator: 滞后的类别
denominator: 有业务日期的类别
grain: 类
owner: 数据专员
legal_basis: null
version: 2
---
*/
select
  count(*) filter (where is_stale) as value,
  count(*) filter (where is_stale) as numerator,
  count(data_to) as denominator
from marts.freshness
