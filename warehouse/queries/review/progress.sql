-- 各处理方式下有多少件，其中多少已由人决定、多少被更正
select
  classes.bucket,
  count(*) as voices,
  count(decided.voice_id) as decided,
  count(*) filter (where decided.kind = 'correct') as corrected
from analysis.voice_classes as classes
join marts.voices as voices on voices.voice_id = classes.voice_id
left join state.class_decisions_latest as decided
  on decided.voice_id = voices.voice_id
  and decided.text_hash = voices.text_hash
where classes.bucket is not null
  and classes.level_1 is not null
group by classes.bucket
order by classes.bucket
