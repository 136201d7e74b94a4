-- 一条诉求有哪些栏目封存了原文
select
    s.column_name
from
    raw.sealed_texts s
    join marts.voices v on v.kind = s.kind
    and v.record_key = s.record_key
    and v.row_hash = s.row_hash
where
    v.voice_id = $voice_id::varchar
group by
    s.column_name
order by
    s.column_name
