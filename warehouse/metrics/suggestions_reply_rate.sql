/*
---
label: 建议答复率
definition: 已有答复时间的建议占全部建议的比例
unit: '%'
numerator: 已答复的建议
denominator: 全部建议
grain: 件
kinds: [suggestions]
owner: 代表工作委员会
legal_basis: 《全国人民代表大会和地方各级人民代表大会代表法》：自交办之日起三个月内答复，涉及面广、处理难度大的六个月内答复
version: 1
---
*/
with counted as (
  select
    count(*) filter (where replied_at is not null) as numerator,
    count(*) filter (where true) as denominator
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
