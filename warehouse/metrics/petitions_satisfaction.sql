/*
---
label: 留言满意率
definition: 评价为非常满意、很满意、满意、基本满意（或五分制 4 分以上）的留言占有评价的留言的比例；没有评价的不计入
unit: '%'
numerator: 评价满意的留言
denominator: 有评价的留言
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: null
version: 1
---
*/
with counted as (
  select
    count(*) filter (where rating in ('非常满意', '很满意', '满意', '基本满意', '4', '5')) as numerator,
    count(*) filter (where rating in ('非常满意', '很满意', '满意', '基本满意', '一般', '不太满意', '不满意', '很不满意', '非常不满意', '1', '2', '3', '4', '5')) as denominator
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
