-- 一条民意的文本特征
select coalesce(traits, '[]') as traits
from analysis.voice_readings
where voice_id = $voice_id::varchar
