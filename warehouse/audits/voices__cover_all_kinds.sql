-- severity: error
-- 民意表的件数与建议、意见各表对不上
with detail as (
  select 'suggestions' as kind, count(*) as records from marts.suggestions
  union all
  select 'comments', count(*) from marts.comments
)
select detail.kind, detail.records, count(voices.voice_id) as voices
from detail
left join marts.voices as voices on voices.kind = detail.kind
group by detail.kind, detail.records
having detail.records <> count(voices.voice_id)
order by detail.kind
