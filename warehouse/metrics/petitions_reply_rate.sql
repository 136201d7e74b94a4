/*
---
label: 留言答复率
definition: 已有答复内容、答复时间或办结状态的留言占全部留言的比例
unit: '%'
numerator: 已答复的留言
denominator: 全部留言
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: 《信访工作条例》：信访事项自受理之日起六十日内办结
version: 1
---
*/
with counted as (
  select
    count(*) filter (where is_replied) as numerator,
    count(*) filter (where true) as denominator
  from marts.voices
  where
    kind = 'petitions'
    and ($from::date is null or created_date >= $from::date)
    and ($to::date is null or created_date <= $to::date)
    and ($district::varchar is null or district_name = $district::varchar)
    and ($unit::varchar is null or unit_name = $unit::varchar)
)
select
  case when denominator > 0 then cast(numerator as double) / denominator end as value,
  numerator,
  denominator
from counted
