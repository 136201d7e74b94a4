-- 举例用的标题和正文
select
  voice_id,
  coalesce(title, '') as title,
  coalesce(body, '') as body
from marts.voices
where voice_id in (select unnest($ids::varchar[]))
order by voice_id
