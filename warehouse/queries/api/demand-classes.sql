-- 各诉求领域（一级分类）的件数、事项数、建议件数、未答复件数；复核过的以复核为准
select
  coalesce(decided.level_1, classes.level_1) as level_1,
  count(*) as voices,
  count(distinct coalesce(matters.matter_id, voices.voice_id)) as matters,
  count(*) filter (where voices.kind = 'suggestions') as suggestions,
  count(*) filter (where not voices.is_replied) as open_voices
from marts.voices as voices
left join analysis.voice_classes as classes on classes.voice_id = voices.voice_id
left join state.class_decisions_latest as decided
  on decided.voice_id = voices.voice_id
  and decided.text_hash = voices.text_hash
left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
where coalesce(decided.level_1, classes.level_1) is not null
  and voices.kind <> 'comments'
  and voices.created_date >= $from::date
  and voices.created_date <= $to::date
  and ($district::varchar is null or voices.district_name = $district::varchar)
group by coalesce(decided.level_1, classes.level_1)
order by voices desc, level_1
