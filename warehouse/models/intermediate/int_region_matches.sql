-- 原文中的地区写法对应的区县和街道；一行是一种写法，认不出时两者为空
-- The longest region name the text contains wins; a street inside the matched district comes before one elsewhere.
with texts as (
  select region from staging.stg_petitions where region is not null
  union
  select region from staging.stg_suggestions where region is not null
  union
  select region from staging.stg_comments where region is not null
),
paths as (
  select region_code, region_name, level, district_code, district_name from intermediate.int_region_paths
),
districts as (
  select
    texts.region,
    paths.district_code,
    paths.district_name,
    row_number() over (
      partition by texts.region
      order by length(paths.region_name) desc, paths.region_code
    ) as match_rank
  from texts
  inner join paths
    on paths.level = '区县' and position(paths.region_name in texts.region) > 0
),
streets as (
  select
    texts.region,
    paths.district_name,
    paths.region_name as street_name,
    row_number() over (
      partition by texts.region
      order by
        case when paths.district_code = districts.district_code then 0 else 1 end,
        length(paths.region_name) desc,
        paths.region_code
    ) as match_rank
  from texts
  inner join paths
    on paths.level = '街道乡镇' and position(paths.region_name in texts.region) > 0
  left join districts on districts.region = texts.region and districts.match_rank = 1
  where districts.district_code is null or paths.district_code = districts.district_code
)
select
  texts.region,
  coalesce(districts.district_name, streets.district_name) as district_name,
  streets.street_name
from texts
left join districts on districts.region = texts.region and districts.match_rank = 1
left join streets on streets.region = texts.region and streets.match_rank = 1
