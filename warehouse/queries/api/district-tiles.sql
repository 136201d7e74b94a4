-- 各区县最近 30 天与此前 30 天的件数，截至诉求数据的最后一天；区划代码供与地图对应，同名的区县不给代码
with
    as_of as (
        select
            max(created_date) as last_day
        from
            marts.voices
    ),
    codes as (
        select
            region_name as district,
            min(region_code) as code
        from
            marts.regions
        where
            level = '区县'
        group by
            region_name
        having
            count(*) = 1
    )
select
    c.code,
    v.district_name as district,
    count(*) filter(
        where
            v.created_date > a.last_day - 30
    ) as voices,
    count(*) filter(
        where
            v.created_date <= a.last_day - 30
    ) as previous,
    min(a.last_day - 29) as from_date,
    min(a.last_day) as to_date
from
    marts.voices v
    cross join as_of a
    left join codes c on c.district = v.district_name
where
    v.district_name is not null
    and v.created_date > a.last_day - 60
group by
    c.code,
    v.district_name
order by
    voices desc,
    district
