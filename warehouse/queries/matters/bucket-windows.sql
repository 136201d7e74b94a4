-- 每个查找键下最早的若干件民意：变动的（moved）和没变动的各取这么多件
with
    wanted as (
        select
            unnest($keys::uinteger[]) as key
    ),
    moved as (
        select
            unnest($moved::varchar[]) as voice_id
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
            coalesce(date_trunc('second', voices.created_at), timestamp '9999-12-31 23:59:59') as moment,
            entries.voice_id in (
                select
                    voice_id
                from
                    moved
            ) as is_moved
        from
            entries
            semi join wanted on wanted.key = entries.key
            join marts.voices as voices on voices.voice_id = entries.voice_id
    ),
    ranked as (
        select
            key,
            voice_id,
            moment,
            row_number() over (
                partition by
                    key,
                    is_moved
                order by
                    moment,
                    voice_id
            ) as place
        from
            members
    )
select
    key,
    voice_id,
    strftime(moment, '%Y-%m-%dT%H:%M:%SZ') || '|' || voice_id as position
from
    ranked
where
    place <= $count::bigint
order by
    key,
    position
