-- 这些查找键下的全部民意
with
    wanted as (
        select
            unnest($keys::uinteger[]) as key
    ),
    entries as (
        select
            voice_id,
            unnest(keys) as key
        from
            analysis.voice_sketches
    )
select
    entries.key,
    entries.voice_id,
    coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position
from
    entries
    semi join wanted on wanted.key = entries.key
    join marts.voices as voices on voices.voice_id = entries.voice_id
order by
    entries.key,
    position
