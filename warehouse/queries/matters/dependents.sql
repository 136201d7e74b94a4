-- 联系到这些民意，或者归在以它们为首的事项、文本里的民意
with
    wanted as (
        select
            unnest($ids::varchar[]) as id
    ),
    entries as (
        select
            voice_id,
            unnest(list_concat(targets, [first_voice, first_copy])) as id
        from
            analysis.matter_links
        where
            len(targets) > 0
    )
select distinct
    entries.voice_id
from
    entries
    semi join wanted on wanted.id = entries.id
order by
    entries.voice_id
