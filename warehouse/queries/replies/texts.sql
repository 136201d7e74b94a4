-- 一批来信与答复
select
    voice_id,
    coalesce(title, '') as title,
    coalesce(body, '') as body,
    reply,
    created_date,
    cast(replied_at + interval '8' hour as date) as replied_date,
    due_date,
    md5(concat_ws(chr(31), coalesce(title, ''), coalesce(body, ''), reply, created_date, replied_at, due_date)) as input_hash
from
    marts.voices
where
    voice_id in (
        select
            unnest($ids::varchar[])
    )
order by
    voice_id
