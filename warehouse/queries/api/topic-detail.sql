-- 一个热点
select
    t.topic_id,
    t.rank as position,
    t.title,
    t.description,
    t.heat,
    cast(t.heat_parts as varchar) as heat_parts,
    t.voices,
    t.matters,
    t.voices as voices_in_filter,
    t.growth,
    t.expected,
    t.expected_low,
    t.expected_high,
    t.breadth,
    t.unresolved_share,
    t.from_date,
    t.to_date,
    cast(t.places as varchar) as places,
    cast(t.people as varchar) as people,
    t.category_1,
    t.lifecycle,
    cast(t.keywords as varchar) as keywords,
    cast(t.campaign as varchar) as campaign,
    t.computed_at
from
    analysis.topics t
where
    t.topic_id = $topic_id::varchar
order by
    t.topic_id
