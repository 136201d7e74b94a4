-- 一条诉求所属的热点
select
    t.topic_id,
    t.title
from
    analysis.topic_members m
    join analysis.topics t on t.topic_id = m.topic_id
where
    m.voice_id = $voice_id::varchar
order by
    t.rank,
    t.topic_id
