-- 特征表的一段
select
    sketches.rowid as source_row,
    sketches.voice_id,
    coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position,
    sketches.digest,
    sketches.sketch
from
    analysis.voice_sketches as sketches
    join marts.voices as voices on voices.voice_id = sketches.voice_id
where
    sketches.rowid >= $from_row::bigint
    and sketches.rowid < $to_row::bigint
order by
    sketches.rowid
