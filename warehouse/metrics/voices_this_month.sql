/*
---
label: 最近一月民意
definition: 数据截至日所在月份收到的件数；截至日不到月末时为当月累计
unit: '件'
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
  select created_date
  from marts.voices
  where
    ($from::date is null or created_date >= $from::date)
    and ($to::date is null or created_date <= $to::date)
    and ($district::varchar is null or district_name = $district::varchar)
    and ($unit::varchar is null or unit_name = $unit::varchar)
    and created_date is not null
),
latest as (
  select max(date_trunc('month', created_date)) as month from chosen
)
select
  case when max(latest.month) is not null then count(*) end as value,
  cast(null as bigint) as numerator,
  cast(null as bigint) as denominator
from chosen
inner join latest on date_trunc('month', chosen.created_date) = latest.month
