-- 一个热点的全部成员：专题材料里的每个件数都由这些行数出
select
    coalesce(v.record_id, v.record_key) as record_id,
    coalesce(m.matter_id, v.voice_id) as matter_id,
    v.kind,
    v.channel,
    v.title,
    v.created_date,
    v.district_name,
    v.unit_name,
    v.is_replied,
    v.is_late,
    v.source_file,
    v.sheet,
    cast(v.row_number as integer) as row_number
from
    analysis.topic_members m
    join marts.voices v on v.voice_id = m.voice_id
where
    m.topic_id = $topic_id::varchar
order by
    v.created_date desc nulls last,
    record_id
