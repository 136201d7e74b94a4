-- 主数据里的地名与单位名，供识别地点
select
    region_name as name
from
    marts.regions
where
    level in ('街道乡镇', '社区村')
union
select
    agency_name
from
    marts.units
order by
    name
