-- 特征表的一段：每一列合成一个 JSON 数组（特征等长，直接相连），逐格取出要慢得多；没有行时各列为空
select
    cast(to_json(list(sketches.rowid order by sketches.rowid)) as varchar) as source_rows,
    cast(to_json(list(sketches.voice_id order by sketches.rowid)) as varchar) as ids,
    cast(
        to_json(
            list(
                coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id
                order by
                    sketches.rowid
            )
        ) as varchar
    ) as positions,
    string_agg(sketches.sketch, '' order by sketches.rowid) as sketches
from
    analysis.voice_sketches as sketches
    join marts.voices as voices on voices.voice_id = sketches.voice_id
where
    sketches.rowid >= $from_row::bigint
    and sketches.rowid < $to_row::bigint
