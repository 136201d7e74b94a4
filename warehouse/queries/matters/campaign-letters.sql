-- 有五件以上文字相同或相近的事项：其中同文的件，和事项的全部件数
with
    texts as (
        select
            copy_id
        from
            analysis.voice_matters
        group by
            copy_id
        having
            count(*) > 1
    ),
    copied as (
        select
            matters.matter_id,
            matters.copy_id,
            matters.voice_id
        from
            analysis.voice_matters as matters
            semi join texts on texts.copy_id = matters.copy_id
    ),
    busy as (
        select
            matter_id
        from
            copied
        group by
            matter_id
        having
            count(*) >= 5
    ),
    sizes as (
        select
            matters.matter_id,
            count(*) as voices
        from
            analysis.voice_matters as matters
            semi join busy on busy.matter_id = matters.matter_id
        group by
            matters.matter_id
    )
select
    copied.matter_id,
    copied.copy_id,
    copied.voice_id,
    sizes.voices,
    case
        when voices.kind != 'comments' then voices.author
    end as author,
    voices.created_date
from
    copied
    join sizes on sizes.matter_id = copied.matter_id
    join marts.voices as voices on voices.voice_id = copied.voice_id
order by
    copied.matter_id,
    copied.voice_id
