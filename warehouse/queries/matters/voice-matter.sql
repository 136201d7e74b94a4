-- 一件民意的事项：件数、文本种数、最早日期，各来源的件数（JSON），以及疑似集中提交的提示
select
    own.matter_id,
    own.copy_id,
    own.copy_tier,
    count(*) as voices,
    count(distinct matters.copy_id) as texts,
    min(voices.created_date) as first_date,
    max(voices.created_date) as last_date,
    count(*) filter (
        where
            voices.kind = 'suggestions'
    ) as suggestions,
    count(*) filter (
        where
            voices.kind = 'petitions'
            and not coalesce(contains(voices.channel, '热线'), false)
            and not coalesce(contains(voices.channel, '12345'), false)
    ) as petitions,
    count(*) filter (
        where
            voices.kind = 'petitions'
            and (
                coalesce(contains(voices.channel, '热线'), false)
                or coalesce(contains(voices.channel, '12345'), false)
            )
    ) as hotline,
    count(*) filter (
        where
            voices.kind = 'comments'
    ) as comments,
    any_value(campaigns.label) as campaign_label,
    any_value(campaigns.evidence) as campaign_evidence
from
    analysis.voice_matters as own
    join analysis.voice_matters as matters on matters.matter_id = own.matter_id
    join marts.voices as voices on voices.voice_id = matters.voice_id
    left join analysis.campaigns as campaigns on campaigns.matter_id = own.matter_id
where
    own.voice_id = $voice_id::varchar
group by
    own.matter_id,
    own.copy_id,
    own.copy_tier
order by
    own.matter_id
