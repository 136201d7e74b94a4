-- 一个热点的件数，按区县、来源、承办单位各计一遍
with
    member as (
        select
            v.district_name,
            v.kind,
            v.unit_name
        from
            analysis.topic_members m
            join marts.voices v on v.voice_id = m.voice_id
        where
            m.topic_id = $topic_id::varchar
    )
select
    'place' as dimension,
    district_name as name,
    count(*) as voices
from
    member
where
    district_name is not null
group by
    district_name
union all
select
    'kind' as dimension,
    kind as name,
    count(*) as voices
from
    member
group by
    kind
union all
select
    'unit' as dimension,
    unit_name as name,
    count(*) as voices
from
    member
where
    unit_name is not null
group by
    unit_name
order by
    dimension,
    voices desc,
    name
