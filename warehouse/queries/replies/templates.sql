-- 答复模板，用得多的在前；units 是用过它的单位数
select
    t.template_id,
    t.kind,
    t.text,
    t.replies,
    t.share,
    count(distinct v.unit_name)::integer as units,
    min(cast(v.replied_at + interval '8' hour as date)) as from_date,
    max(cast(v.replied_at + interval '8' hour as date)) as to_date,
    count(*) over () as total
from
    analysis.reply_templates t
    join analysis.reply_template_uses u on u.template_id = t.template_id
    join marts.voices v on v.voice_id = u.voice_id
group by
    t.template_id,
    t.kind,
    t.text,
    t.replies,
    t.share
order by
    t.replies desc,
    t.template_id
limit
    $limit::bigint
offset
    $offset::bigint
