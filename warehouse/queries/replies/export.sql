-- 每件答复的得分，命令行输出用
select
    s.voice_id,
    coalesce(v.record_id, v.record_key) as record_id,
    v.kind,
    s.score,
    s.explained,
    s.explained_score,
    s.complete_score,
    s.relevance_score,
    s.timely_score,
    s.attitude_score,
    v.days_to_reply as days,
    s.workdays,
    s.is_acknowledgement,
    s.asks,
    s.parts,
    s.reasons,
    u.template_id,
    u.share as template_share
from
    analysis.reply_scores s
    join marts.voices v on v.voice_id = s.voice_id
    left join analysis.reply_template_uses u on u.voice_id = s.voice_id
order by
    s.voice_id
