-- 提到的地点、单位、项目有多少对上了主数据；小区、道路另计
select
  entities.type,
  cast(count(*) as integer) as mentions,
  cast(count(*) filter (where entities.status = 'resolved') as integer) as resolved,
  cast(count(*) filter (where entities.status = 'ambiguous') as integer) as ambiguous
from analysis.voice_entities as entities
where entities.type in ('place', 'unit', 'project')
  and entities.value is distinct from '地点'
  and entities.status <> 'ignored'
group by entities.type
order by entities.type
