-- 上次归并后新增、变动和去掉的民意：新旧次序和查找键
with
    sketched as (
        select
            sketches.voice_id,
            sketches.digest,
            sketches.keys,
            coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position
        from
            analysis.voice_sketches as sketches
            join marts.voices as voices on voices.voice_id = sketches.voice_id
    )
select
    coalesce(sketched.voice_id, links.voice_id) as voice_id,
    sketched.position,
    coalesce(to_json(sketched.keys)::varchar, '[]') as keys,
    links.position as old_position,
    coalesce(to_json(links.keys)::varchar, '[]') as old_keys
from
    sketched
    full join analysis.matter_links as links on links.voice_id = sketched.voice_id
where
    sketched.digest is distinct from links.digest
    or sketched.position is distinct from links.position
order by
    voice_id
