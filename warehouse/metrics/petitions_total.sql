/*
---
label: 群众留言件数
definition: 所选期间内收到的信访、群众留言和热线工单件数
unit: '件'
numerator: null
denominator: null
grain: 件
kinds: [petitions]
owner: 研究室
legal_basis: null
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
  and ($from::date is null or created_date >= $from::date)
  and ($to::date is null or created_date <= $to::date)
  and ($district::varchar is null or district_name = $district::varchar)
  and ($unit::varchar is null or unit_name = $unit::varchar)
