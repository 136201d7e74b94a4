-- 一条诉求有哪些栏目封存了原文
select
    s.column_name
from
    raw.sealed_texts s
    join marts.voices v on v.kind = s.kind
    and v.row_hash = s.row_hash
    and coalesce(s.load_id, v.load_id) = v.load_id
    -- A contested number has '~' and its identity behind it in the marts.
    and (
        v.record_key = s.record_key
        or substr(v.record_key, 1, length(s.record_key) + 1) = s.record_key || '~'
    )
where
    v.voice_id = $voice_id::varchar
group by
    s.column_name
order by
    s.column_name
