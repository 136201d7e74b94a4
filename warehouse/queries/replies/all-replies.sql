-- 全部答复的文字，供找出重复使用的模板
select
    voice_id,
    reply
from
    marts.voices
where
    reply is not null
    and kind in ('petitions', 'suggestions')
order by
    voice_id
