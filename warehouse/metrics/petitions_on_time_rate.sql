/*
---
label: 留言按期答复率
definition: 留言后六十日内答复的件数占能判断是否按期的件数的比例；未答复而未到期的不计入
unit: '%'
numerator: 六十日内答复的留言
denominator: 已答复且有答复时间的、或已过期限未答复的留言
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: 《信访工作条例》：信访事项自受理之日起六十日内办结
version: 1
---
*/
with counted as (
  select
    count(*) filter (where replied_at is not null and not is_late) as numerator,
    count(*) filter (where (replied_at is not null and is_late is not null) or is_late) as denominator
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
