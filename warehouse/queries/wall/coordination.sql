-- 每个热点交办了什么、办成什么样：相关建议按办理状态，相关项目与采购；只取有相关建议或资金的和热度靠前的
with
    linked as (
        select
            k.topic_id,
            count(*) filter (
                where
                    k.kind = 'suggestion'
            ) as suggestions,
            count(s.voice_id) filter (
                where
                    s.replied_at is not null
            ) as replied,
            count(s.voice_id) filter (
                where
                    s.replied_at is null
                    and s.is_late
            ) as late,
            count(s.voice_id) filter (
                where
                    s.result_class = 'A'
            ) as solved,
            count(*) filter (
                where
                    k.kind = 'project'
            ) as projects,
            count(*) filter (
                where
                    k.kind = 'procurement'
            ) as procurements
        from
            analysis.topic_links k
            left join marts.suggestions s on k.kind = 'suggestion'
            and s.voice_id = k.ref
        group by
            k.topic_id
    )
select
    t.topic_id,
    t.title,
    t.voices,
    t.lifecycle,
    t.unresolved_share,
    coalesce(l.suggestions, 0) as suggestions,
    coalesce(l.replied, 0) as replied,
    coalesce(l.late, 0) as late,
    coalesce(l.solved, 0) as solved,
    coalesce(l.projects, 0) as projects,
    coalesce(l.procurements, 0) as procurements
from
    analysis.topics t
    left join linked l on l.topic_id = t.topic_id
where
    t.rank <= $limit::integer
order by
    t.rank,
    t.topic_id
