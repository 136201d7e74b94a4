-- 检索命中的民意：办理结果和答复
select
    voices.voice_id,
    voices.kind,
    coalesce(voices.record_id, voices.record_key) as record_id,
    voices.title,
    substr(voices.body, 1, 600) as body,
    voices.created_date,
    cast(year(voices.created_date) as integer) as year,
    voices.district_name,
    voices.unit_name,
    voices.is_replied,
    voices.is_late,
    voices.replied_at,
    substr(voices.reply, 1, 8000) as reply,
    coalesce(
        suggestions.result_class,
        case
            when voices.kind = 'comments' then voices.status
        end
    ) as outcome,
    matters.matter_id
from
    marts.voices as voices
    left join marts.suggestions as suggestions on suggestions.voice_id = voices.voice_id
    left join analysis.voice_matters as matters on matters.voice_id = voices.voice_id
where
    voices.voice_id in (
        select
            unnest($ids::varchar[])
    )
order by
    voices.voice_id
