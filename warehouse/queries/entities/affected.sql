-- 上次作业之后的名称决定影响到的民意：提到过这个写法的；记作别名的，还有正文里出现这个写法的
with since as (
  select coalesce(max(started_at), timestamp '1970-01-01') as started_at
  from analysis.runs
  where job = 'names'
),
changed as (
  select
    decisions.type,
    decisions.text,
    bool_or(decisions.action = 'alias') as is_alias
  from state.entity_decisions as decisions
  cross join since
  where decisions.decided_at >= since.started_at
  group by decisions.type, decisions.text
)
select entities.voice_id
from analysis.voice_entities as entities
inner join changed on changed.type = entities.type and changed.text = entities.text
union
select voices.voice_id
from marts.voices as voices
inner join changed
  on changed.is_alias
  and (contains(coalesce(voices.title, ''), changed.text) or contains(coalesce(voices.body, ''), changed.text))
order by voice_id
