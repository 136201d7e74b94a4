-- 待复核的分类，把握最小的在前；total 是全部待复核件数
select
  voices.voice_id,
  voices.kind,
  coalesce(voices.record_id, voices.record_key) as record_id,
  voices.title,
  voices.body,
  voices.created_date,
  voices.district_name,
  voices.unit_name,
  classes.level_1,
  classes.level_2,
  classes.level_3,
  classes.confidence,
  classes.bucket,
  classes.deciding_words,
  classes.alternatives,
  classes.model,
  count(*) over () as total
from analysis.voice_classes as classes
join marts.voices as voices on voices.voice_id = classes.voice_id
left join state.class_decisions_latest as decided
  on decided.voice_id = voices.voice_id
  and decided.text_hash = voices.text_hash
where decided.voice_id is null
  and classes.level_1 is not null
  and classes.bucket = $bucket::varchar
  and ($level_1::varchar is null or classes.level_1 = $level_1::varchar)
order by classes.confidence, voices.voice_id
limit $limit::bigint
