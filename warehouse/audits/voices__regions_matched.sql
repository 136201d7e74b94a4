-- severity: warn
-- 有地区文字、但在区划主数据中认不出区县
select region, count(*) as voices
from marts.voices
where region is not null and district_name is null
  and exists (select 1 from marts.regions)
group by region
order by region
