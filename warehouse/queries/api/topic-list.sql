-- 热点列表：按筛选取有成员落入的热点，按所选指标排名
with
    member as (
        select
            m.topic_id,
            v.district_name
        from
            analysis.topic_members m
            join marts.voices v on v.voice_id = m.voice_id
        where
            (
                $district::varchar is null
                or v.district_name = $district::varchar
            )
            and (
                $from::date is null
                or v.created_date >= $from::date
            )
            and (
                $to::date is null
                or v.created_date <= $to::date
            )
    ),
    counted as (
        select
            topic_id,
            count(*) as voices_in_filter,
            count(distinct district_name) as districts
        from
            member
        group by
            topic_id
    ),
    placed as (
        select
            topic_id,
            district_name,
            row_number() over (
                partition by
                    topic_id
                order by
                    count(*) desc,
                    district_name
            ) as place
        from
            member
        where
            district_name is not null
        group by
            topic_id,
            district_name
    ),
    chosen as (
        select
            t.*,
            k.voices_in_filter,
            k.districts,
            p.district_name as top_district,
            case $rank_by::varchar
                when 'volume' then cast(k.voices_in_filter as double)
                when 'growth' then t.growth
                when 'breadth' then cast(t.breadth as double)
                when 'unresolved' then t.unresolved_share
                else t.heat
            end as rank_value
        from
            analysis.topics t
            join counted k on k.topic_id = t.topic_id
            left join placed p on p.topic_id = t.topic_id
            and p.place = 1
        where
            (
                $category::varchar is null
                or t.category_1 = $category::varchar
            )
            and (
                $q::varchar is null
                or position(lower($q::varchar) in lower(t.title)) > 0
                or position(lower($q::varchar) in lower(coalesce(t.description, ''))) > 0
                or position(lower($q::varchar) in lower(coalesce(cast(t.keywords as varchar), ''))) > 0
            )
    )
select
    topic_id,
    row_number() over (
        order by
            rank_value desc nulls last,
            rank,
            topic_id
    ) as position,
    title,
    description,
    heat,
    voices,
    matters,
    voices_in_filter,
    districts,
    top_district,
    growth,
    expected,
    expected_low,
    expected_high,
    breadth,
    unresolved_share,
    from_date,
    to_date,
    cast(places as varchar) as places,
    cast(people as varchar) as people,
    category_1,
    lifecycle,
    cast(keywords as varchar) as keywords,
    cast(campaign as varchar) as campaign,
    computed_at,
    (
        select
            count(*)
        from
            chosen
    ) as total
from
    chosen
order by
    position
limit
    $limit::bigint
offset
    $offset::bigint
