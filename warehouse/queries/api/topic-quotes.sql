-- 一个热点的典型原文（已脱敏）开头
select
    v.voice_id,
    coalesce(v.record_id, v.record_key) as record_id,
    substr(v.body, 1, 160) as text,
    v.created_date,
    v.district_name
from
    analysis.topic_members m
    join marts.voices v on v.voice_id = m.voice_id
where
    m.topic_id = $topic_id::varchar
    and m.is_typical
order by
    m.similarity desc nulls last,
    v.voice_id
limit
    6
