-- 每次会议的议题按类别计数；没有一个议题有结果的是还没有开
select
    session,
    held_on,
    count(*) as items,
    count(result) > 0 as is_held,
    count(*) filter (
        where
            category = '听取报告'
    ) as reports,
    count(*) filter (
        where
            category = '法规案'
    ) as drafts,
    count(*) filter (
        where
            category = '决定决议'
    ) as decisions,
    count(*) filter (
        where
            category = '任免'
    ) as appointments,
    count(*) filter (
        where
            category = '视察检查'
    ) as checks
from
    marts.proceedings
where
    held_on is not null
group by
    session,
    held_on
order by
    held_on,
    session
