-- severity: warn
-- 答复早于提出
select voice_id
from marts.voices
where days_to_reply < 0
order by voice_id
