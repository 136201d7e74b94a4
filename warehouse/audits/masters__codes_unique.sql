-- severity: error
-- 区划或单位的同一个代码出现了不止一次
with codes as (
  select 'marts.regions' as mart, region_code as code from marts.regions
  union all
  select 'marts.units', agency_code from marts.units
)
select mart, code, count(*) as copies
from codes
group by mart, code
having count(*) > 1
order by mart, code
