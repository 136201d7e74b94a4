-- 疑似集中提交，件数多的在前；first_voice 是其中最早一件
select
    campaigns.campaign_id,
    campaigns.matter_id,
    campaigns.label,
    campaigns.voices,
    campaigns.copies,
    campaigns.texts,
    campaigns.authors,
    campaigns.days,
    campaigns.from_date,
    campaigns.to_date,
    campaigns.evidence,
    arg_min(voices.voice_id, (voices.created_at, voices.voice_id)) as first_voice,
    arg_min(voices.title, (voices.created_at, voices.voice_id)) as title
from
    analysis.campaigns as campaigns
    join analysis.campaign_members as members on members.campaign_id = campaigns.campaign_id
    join marts.voices as voices on voices.voice_id = members.voice_id
group by
    campaigns.campaign_id,
    campaigns.matter_id,
    campaigns.label,
    campaigns.voices,
    campaigns.copies,
    campaigns.texts,
    campaigns.authors,
    campaigns.days,
    campaigns.from_date,
    campaigns.to_date,
    campaigns.evidence
order by
    campaigns.copies desc,
    campaigns.campaign_id
