/*
---
label: 代表建议事项数
definition: 所选期间内代表建议归并后的事项数；重复反映、照抄转发和不同人说的同一件事合计一项；与同范围的件数并列，不代替件数
unit: '项'
numerator: null
denominator: null
grain: 项
kinds: [suggestions]
owner: 研究室
legal_basis: null
version: 1
---
*/
select
  count(distinct coalesce(matters.matter_id, voices.voice_id)) as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from marts.voices as voices
left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
where
  voices.kind = 'suggestions'
  and ($from::date is null or voices.created_date >= $from::date)
  and ($to::date is null or voices.created_date <= $to::date)
  and ($district::varchar is null or voices.district_name = $district::varchar)
  and ($unit::varchar is null or voices.unit_name = $unit::varchar)
