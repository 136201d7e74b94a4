-- 库中有多少件民意
select
  count(*) as voices
from marts.voices as voices
