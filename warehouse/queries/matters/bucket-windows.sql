-- 每个查找键下最早的若干件民意
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
    ),
    members as (
        select
            entries.key,
            entries.voice_id,
            coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position
        from
            entries
            semi join wanted on wanted.key = entries.key
            join marts.voices as voices on voices.voice_id = entries.voice_id
    ),
    ranked as (
        select
            key,
            voice_id,
            position,
            row_number() over (
                partition by
                    key
                order by
                    position
            ) as place
        from
            members
    )
select
    key,
    voice_id,
    position
from
    ranked
where
    place <= $count::bigint
order by
    key,
    position
