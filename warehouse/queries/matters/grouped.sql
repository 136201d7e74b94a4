-- 若干件民意上次的归并
select
    voice_id,
    to_json(targets)::varchar as targets,
    to_json(tiers)::varchar as tiers,
    first_voice,
    first_copy
from
    analysis.matter_links
where
    voice_id in (
        select
            unnest($ids::varchar[])
    )
order by
    voice_id
