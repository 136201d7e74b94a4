-- 单位名称和别名
select
  agency_code as code,
  agency_name as name,
  coalesce(aliases, '') as aliases
from marts.units
where agency_code is not null and agency_name is not null
order by agency_code
