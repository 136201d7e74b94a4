-- 一批民意的正文
select
  voices.voice_id,
  voices.kind,
  coalesce(voices.title, '') as title,
  coalesce(voices.body, '') as body,
  voices.created_date,
  voices.text_hash
from marts.voices as voices
where voices.voice_id in (select unnest($ids::varchar[]))
order by voices.voice_id
