-- 热点成员：一行是一个热点里的一条民意，带来源自己的编号
select
    m.topic_id,
    v.record_id
from
    analysis.topic_members m
    join marts.voices v on v.voice_id = m.voice_id
order by
    m.topic_id,
    v.created_date,
    m.voice_id
