-- 一件民意的分类和正文摘要，记下决定时用
select
  voices.voice_id,
  voices.text_hash,
  classes.level_1,
  classes.level_2,
  classes.level_3,
  classes.confidence,
  classes.model
from marts.voices as voices
left join analysis.voice_classes as classes on classes.voice_id = voices.voice_id
where voices.voice_id = $voice_id::varchar
order by voices.voice_id
