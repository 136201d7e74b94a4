/*
---
label: 逾期未答复建议
definition: 到数据截至日已过办结期限仍没有答复的建议件数
unit: '件'
numerator: null
denominator: null
grain: 件
kinds: [suggestions]
owner: 代表工作委员会
legal_basis: 《全国人民代表大会和地方各级人民代表大会代表法》：自交办之日起三个月内答复，涉及面广、处理难度大的六个月内答复
version: 1
---
*/
select
  count(*) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.suggestions
where
  ($from::date is null or submitted_date >= $from::date)
  and ($to::date is null or submitted_date <= $to::date)
  and ($district::varchar is null or district_name = $district::varchar)
  and ($unit::varchar is null or lead_unit = $unit::varchar)
  and replied_at is null
  and is_late
