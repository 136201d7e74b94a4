-- 一条诉求封存的原文；只由需要专门权限且记审计的接口读取
select
    s.column_name,
    min(s.original) as original
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
