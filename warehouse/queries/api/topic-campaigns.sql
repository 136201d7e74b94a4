-- 一个热点里疑似集中提交的事项，件数多的在前
select
    c.matter_id,
    c.label,
    c.voices,
    c.copies,
    c.evidence
from
    analysis.campaigns c
where
    c.campaign_id in (
        select
            b.campaign_id
        from
            analysis.campaign_members b
            join analysis.topic_members m on m.voice_id = b.voice_id
        where
            m.topic_id = $topic_id::varchar
    )
order by
    c.voices desc,
    c.matter_id
limit
    10
