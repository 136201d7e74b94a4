/*
---
label: 逾期未答复留言
definition: 到数据截至日已满六十日仍没有答复的留言件数
unit: '件'
numerator: null
denominator: null
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: 《信访工作条例》：信访事项自受理之日起六十日内办结
version: 1
---
*/
select
  count(*) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.voices
where
  kind = 'petitions'
  and not is_replied
  and is_late
  and ($from::date is null or created_date >= $from::date)
  and ($to::date is null or created_date <= $to::date)
  and ($district::varchar is null or district_name = $district::varchar)
  and ($unit::varchar is null or unit_name = $unit::varchar)
