-- 有特征的民意的先后次序：提出时间早的在前，同时的按编号；source_row 是特征表的行号
select
    sketches.rowid as source_row
from
    analysis.voice_sketches as sketches
    join marts.voices as voices on voices.voice_id = sketches.voice_id
order by
    coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id
