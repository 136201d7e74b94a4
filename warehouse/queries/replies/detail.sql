-- 一件答复的得分与理由
select
    s.voice_id,
    s.score,
    s.relevance_score,
    s.explained,
    s.explained_score,
    s.complete_score,
    s.timely_score,
    s.attitude_score,
    s.workdays,
    s.allowed_workdays,
    s.is_acknowledgement,
    s.asks,
    s.parts,
    s.reasons,
    s.method,
    u.share as template_share,
    t.template_id,
    t.kind as template_kind,
    t.replies as template_replies
from
    analysis.reply_scores s
    left join analysis.reply_template_uses u on u.voice_id = s.voice_id
    left join analysis.reply_templates t on t.template_id = u.template_id
where
    s.voice_id = $voice_id::varchar
order by
    s.voice_id
