-- 给定来源编号的答复，供用标注训练
select
    coalesce(record_id, record_key) as record_id,
    reply
from
    marts.voices
where
    reply is not null
    and kind in ('petitions', 'suggestions')
    and coalesce(record_id, record_key) in (
        select
            unnest($ids::varchar[])
    )
order by
    voice_id
