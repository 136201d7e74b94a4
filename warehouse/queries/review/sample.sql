-- 按正文摘要的次序取若干件：看似随意，其实固定，与入库先后无关
select
  voices.voice_id,
  coalesce(voices.title, '') as title,
  coalesce(voices.body, '') as body
from marts.voices as voices
order by voices.text_hash, voices.voice_id
limit $limit::bigint
