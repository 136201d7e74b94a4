-- 有效的分类决定及其正文：重新训练的例子；正文改过的决定不再算
select
  decided.voice_id,
  coalesce(voices.title, '') as title,
  coalesce(voices.body, '') as body,
  decided.kind,
  decided.level_1,
  decided.level_2,
  decided.level_3,
  decided.was_level_1
from state.class_decisions_latest as decided
join marts.voices as voices
  on voices.voice_id = decided.voice_id
  and voices.text_hash = decided.text_hash
where decided.level_1 is not null
order by decided.voice_id
