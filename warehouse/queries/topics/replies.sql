-- 有答复的建议与留言，供评价答复质量，一行一件
select
    voice_id,
    kind,
    coalesce(record_id, record_key) as record_id,
    coalesce(title, '') as title,
    coalesce(body, '') as body,
    reply,
    days_to_reply
from
    marts.voices
where
    reply is not null
    and kind in ('petitions', 'suggestions')
order by
    voice_id
