-- 要人看的名称：按写法归并，提到的民意多的在前；total 是满足筛选的全部写法数
with latest as (
  select
    *,
    row_number() over (partition by type, text order by decided_at desc, decision_id desc) as place
  from state.entity_decisions
),
decided as (
  select * from latest where place = 1 and action <> 'undo'
),
grouped as (
  select
    entities.type,
    entities.text,
    min(entities.value) as value,
    count(distinct entities.voice_id) as voices,
    arg_min(entities.status, entities.voice_id) as status,
    arg_min(entities.candidates, entities.voice_id) as candidates,
    list_slice(list_sort(list_distinct(list(entities.voice_id))), 1, 3) as examples
  from analysis.voice_entities as entities
  left join decided on decided.type = entities.type and decided.text = entities.text
  where entities.type in ('place', 'unit', 'project')
    and ($type::varchar is null or entities.type = $type::varchar)
    -- Estates and roads are not in the region tree; they are listed when asked for.
    and case
      when $sort::varchar is null then entities.value is distinct from '地点'
      else entities.value is not distinct from $sort::varchar
    end
    and ($q::varchar is null or contains(entities.text, $q::varchar))
    and case
      when $decided::boolean then decided.decision_id is not null
      else decided.decision_id is null and entities.status in ('unresolved', 'ambiguous')
    end
  group by entities.type, entities.text
)
select
  grouped.type,
  grouped.text,
  grouped.value,
  cast(grouped.voices as integer) as voices,
  grouped.status,
  grouped.candidates,
  grouped.examples,
  decided.action,
  decided.target,
  decided.actor,
  decided.decided_at,
  cast(count(*) over () as integer) as total
from grouped
left join decided on decided.type = grouped.type and decided.text = grouped.text
order by grouped.voices desc, grouped.type, grouped.text
limit $limit::integer offset $offset::integer
