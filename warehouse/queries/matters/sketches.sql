-- 若干件民意的特征
select
    sketches.voice_id,
    coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position,
    sketches.digest,
    sketches.sketch,
    to_json(sketches.keys)::varchar as keys
from
    analysis.voice_sketches as sketches
    join marts.voices as voices on voices.voice_id = sketches.voice_id
where
    sketches.voice_id in (
        select
            unnest($ids::varchar[])
    )
order by
    sketches.voice_id
