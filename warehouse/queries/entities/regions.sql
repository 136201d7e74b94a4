-- 区划名称
select
  region_code as code,
  region_name as name,
  parent_code as parent,
  coalesce(level, '') as level,
  path_name as path
from marts.regions
where region_code is not null and region_name is not null
order by region_code
