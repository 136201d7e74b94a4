-- 一条诉求的全部字段与分类
select
    v.voice_id,
    v.kind,
    coalesce(v.record_id, v.record_key) as record_id,
    v.record_key,
    v.row_hash,
    v.title,
    v.body,
    v.channel,
    v.created_at,
    v.created_date,
    v.district_name,
    v.street_name,
    v.unit_name,
    v.category_1,
    v.category_2,
    v.category_3,
    v.status,
    v.is_replied,
    v.replied_at,
    v.reply,
    v.days_to_reply,
    v.due_date,
    v.is_late,
    v.rating,
    v.likes,
    v.dislikes,
    coalesce(decided.level_1, c.level_1) as level_1,
    case when decided.voice_id is null then c.level_2 else decided.level_2 end as level_2,
    case when decided.voice_id is null then c.level_3 else decided.level_3 end as level_3,
    c.confidence,
    c.bucket,
    c.deciding_words,
    c.model,
    decided.kind as decision,
    decided.actor as decided_by
from
    marts.voices v
    left join analysis.voice_classes c on c.voice_id = v.voice_id
    left join state.class_decisions_latest as decided
      on decided.voice_id = v.voice_id
      and decided.text_hash = v.text_hash
where
    v.voice_id = $voice_id::varchar
order by
    v.voice_id
