-- 一个年度（未选则最近年度）的民生实事项目，按票决名次
select
    record_key,
    year,
    title,
    lead_unit,
    target,
    planned_at,
    progress,
    status,
    budget,
    votes_rank,
    reported_at
from
    marts.livelihood_projects
where
    year = coalesce(
        $year::integer,
        (
            select
                max(year)
            from
                marts.livelihood_projects
        )
    )
order by
    votes_rank nulls last,
    record_key
