/*
---
label: 最近一月事项
definition: 数据截至日所在月份收到的民意归并后的事项数；重复反映、照抄转发和不同人说的同一件事合计一项；与同范围的件数并列，不代替件数
unit: '项'
numerator: null
denominator: null
grain: 月
kinds: [suggestions, petitions, comments]
owner: 研究室
legal_basis: null
version: 1
---
*/
with chosen as (
  select voices.created_date, coalesce(matters.matter_id, voices.voice_id) as matter_id
  from marts.voices as voices
  left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
  where
    ($from::date is null or voices.created_date >= $from::date)
    and ($to::date is null or voices.created_date <= $to::date)
    and ($district::varchar is null or voices.district_name = $district::varchar)
    and ($unit::varchar is null or voices.unit_name = $unit::varchar)
    and voices.created_date is not null
),
latest as (
  select max(date_trunc('month', created_date)) as month from chosen
)
select
  case when max(latest.month) is not null then count(distinct chosen.matter_id) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from chosen
inner join latest on date_trunc('month', chosen.created_date) = latest.month
