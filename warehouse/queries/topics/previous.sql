-- 上一次的热点与成员，成员按时间先后；用来让编号在数据增加后保持不变
select
    t.topic_id,
    t.title,
    m.voice_id
from
    analysis.topics t
    join analysis.topic_members m on m.topic_id = t.topic_id
    left join marts.voices v on v.voice_id = m.voice_id
order by
    t.topic_id,
    v.created_at,
    m.voice_id
