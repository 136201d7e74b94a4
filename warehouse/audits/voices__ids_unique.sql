-- severity: error
-- 民意表中同一件诉求出现了不止一次
select voice_id, count(*) as copies
from marts.voices
group by voice_id
having count(*) > 1
order by voice_id
