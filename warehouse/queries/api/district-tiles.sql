-- 各区县最近 30 天与此前 30 天的件数，截至诉求数据的最后一天
with
    as_of as (
        select
            max(created_date) as last_day
        from
            marts.voices
    )
select
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
where
    v.district_name is not null
    and v.created_date > a.last_day - 60
group by
    v.district_name
order by
    voices desc,
    district
