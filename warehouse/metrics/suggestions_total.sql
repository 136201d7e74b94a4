/*
---
label: 代表建议件数
definition: 所选期间内提交的代表建议、议案件数
unit: '件'
numerator: null
denominator: null
grain: 件
kinds: [suggestions]
owner: 代表工作委员会
legal_basis: null
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
