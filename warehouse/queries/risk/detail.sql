-- 一件的风险；handled 为空表示还没有人处置
select
    r.voice_id,
    v.title,
    v.body,
    r.level,
    r.score,
    r.kinds,
    r.reasons,
    r.role,
    (
        select
            count(*)
        from
            state.risk_handling h
        where
            h.voice_id = r.voice_id
    )::integer as handlings
from
    analysis.voice_risks r
    join marts.voices v on v.voice_id = r.voice_id
where
    r.voice_id = $voice_id::varchar
order by
    r.voice_id
