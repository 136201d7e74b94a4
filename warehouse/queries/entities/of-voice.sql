-- 一条民意提到的名称、金额、日期和文号；人工决定当即生效
with latest as (
  select
    *,
    row_number() over (partition by type, text order by decided_at desc, decision_id desc) as place
  from state.entity_decisions
),
decided as (
  select * from latest where place = 1 and action <> 'undo'
),
settled as (
  select
    entities.type,
    entities.text,
    entities.value,
    entities.position,
    case
      when decided.action = 'ignore' then null
      when decided.action is not null then decided.target
      else entities.resolved_to
    end as target,
    case
      when decided.action = 'ignore' then 'ignored'
      when decided.action is not null then 'resolved'
      else entities.status
    end as status
  from analysis.voice_entities as entities
  left join decided on decided.type = entities.type and decided.text = entities.text
  where entities.voice_id = $voice_id::varchar
),
projects as (
  select pro_code, min(project_name) as project_name
  from marts.budget_lines
  group by pro_code
)
select
  settled.type,
  settled.text,
  settled.value,
  settled.target,
  settled.status,
  coalesce(regions.path_name, units.agency_name, projects.project_name) as target_name
from settled
left join marts.regions as regions on settled.type = 'place' and regions.region_code = settled.target
left join marts.units as units on settled.type = 'unit' and units.agency_code = settled.target
left join projects on settled.type = 'project' and projects.pro_code = settled.target
where settled.status <> 'ignored'
order by settled.position, settled.type
