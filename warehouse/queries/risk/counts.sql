-- 各等级、各处置状态的件数；不含文字，所以不分先看的角色
select
    r.level,
    coalesce(h.status, '待处理') as status,
    r.role,
    count(*)::integer as voices
from
    analysis.voice_risks r
    join marts.voices v on v.voice_id = r.voice_id
    left join (
        select
            voice_id,
            arg_max(status, ("at", handling_id)) as status
        from
            state.risk_handling
        group by
            voice_id
    ) h on h.voice_id = r.voice_id
group by
    all
order by
    all
