-- 归并的规模：有特征的民意件数，与上次归并后新增、变动和去掉的件数；last_row 是特征表的最后行号
with
    sketched as (
        select
            sketches.voice_id,
            sketches.digest,
            coalesce(strftime(voices.created_at, '%Y-%m-%dT%H:%M:%SZ'), '9999-12-31T23:59:59Z') || '|' || voices.voice_id as position
        from
            analysis.voice_sketches as sketches
            join marts.voices as voices on voices.voice_id = sketches.voice_id
    )
select
    (
        select
            count(*)
        from
            sketched
    ) as voices,
    (
        select
            coalesce(max(sketches.rowid), -1)
        from
            analysis.voice_sketches as sketches
    ) as last_row,
    count(*) filter (
        where
            sketched.digest is distinct from links.digest
            or sketched.position is distinct from links.position
    ) as changed
from
    sketched
    full join analysis.matter_links as links on links.voice_id = sketched.voice_id
