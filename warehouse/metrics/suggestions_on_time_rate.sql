/*
---
label: 建议按期答复率
definition: 按期答复的建议占已到办结期限或已答复的建议的比例；期限取来源给出的，没有时为交办后三个月；未答复的以数据截至日判断
unit: '%'
numerator: 在期限内答复的建议
denominator: 已答复或已过期限的建议
grain: 件
kinds: [suggestions]
owner: 代表工作委员会
legal_basis: 《全国人民代表大会和地方各级人民代表大会代表法》：自交办之日起三个月内答复，涉及面广、处理难度大的六个月内答复
version: 1
---
*/
with counted as (
  select
    count(*) filter (where replied_at is not null and not is_late) as numerator,
    count(*) filter (where replied_at is not null or is_late) as denominator
  from marts.suggestions
  where
    ($from::date is null or submitted_date >= $from::date)
    and ($to::date is null or submitted_date <= $to::date)
    and ($district::varchar is null or district_name = $district::varchar)
    and ($unit::varchar is null or lead_unit = $unit::varchar)
)
select
  case when denominator > 0 then cast(numerator as double) / denominator end as value,
  numerator,
  denominator
from counted
