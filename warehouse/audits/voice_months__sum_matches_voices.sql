-- severity: error
-- 民意月度汇总的件数与民意表对不上
with months as (
  select coalesce(sum(voices), 0) as voices, coalesce(sum(late), 0) as late from marts.voice_months
),
detail as (
  select count(*) as voices, count(*) filter (where is_late) as late
  from marts.voices
  where created_date is not null
)
select months.voices as months_voices, detail.voices as detail_voices
from months
cross join detail
where months.voices <> detail.voices or months.late <> detail.late
