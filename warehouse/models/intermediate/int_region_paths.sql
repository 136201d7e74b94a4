-- 区划及其上级；一行是一个现行区划
with current_regions as (
  select
    region_code,
    region_name,
    parent_code,
    level,
    record_key,
    load_id,
    source_file,
    sheet,
    row_number,
    row_hash,
    row_number() over (
      partition by region_code
      order by case when valid_to is null then 0 else 1 end, valid_to desc, valid_from desc, record_key
    ) as version_rank
  from staging.stg_regions
),
regions as (
  select * from current_regions where version_rank = 1
)
select
  regions.region_code,
  regions.region_name,
  regions.parent_code,
  regions.level,
  case
    when regions.level = '区县' then regions.region_code
    when parents.level = '区县' then parents.region_code
    when grandparents.level = '区县' then grandparents.region_code
  end as district_code,
  case
    when regions.level = '区县' then regions.region_name
    when parents.level = '区县' then parents.region_name
    when grandparents.level = '区县' then grandparents.region_name
  end as district_name,
  coalesce(great_grandparents.region_name, '')
  || coalesce(grandparents.region_name, '')
  || coalesce(parents.region_name, '')
  || regions.region_name as path_name,
  regions.record_key,
  regions.load_id,
  regions.source_file,
  regions.sheet,
  regions.row_number,
  regions.row_hash
from regions
left join regions as parents on parents.region_code = regions.parent_code
left join regions as grandparents on grandparents.region_code = parents.parent_code
left join regions as great_grandparents on great_grandparents.region_code = grandparents.parent_code
