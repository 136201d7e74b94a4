-- 与一件民意同文或同一事项的其他民意，同文的在前，再按相近程度和日期
with
    own as (
        select
            matter_id,
            copy_id
        from
            analysis.voice_matters
        where
            voice_id = $voice_id::varchar
    )
select
    voices.voice_id,
    voices.kind,
    coalesce(voices.record_id, voices.record_key) as record_id,
    voices.title,
    voices.body,
    voices.created_date,
    voices.district_name,
    voices.is_replied,
    matters.copy_id = own.copy_id as is_copy,
    matters.similarity
from
    own
    join analysis.voice_matters as matters on matters.matter_id = own.matter_id
    join marts.voices as voices on voices.voice_id = matters.voice_id
where
    voices.voice_id != $voice_id::varchar
order by
    is_copy desc,
    matters.similarity desc,
    voices.created_date nulls last,
    voices.voice_id
limit
    $limit::bigint
