-- 一个案件里现在的检查结果已没有的疑点：上次查到的时间、第一次没有的时间，和其间接入或撤回的文件；一行是一条疑点的一个文件
with
    linked as (
        select
            finding_id,
            min("at") as joined_at
        from
            state.case_events
        where
            case_id = $case_id::varchar
            and kind in ('opened', 'joined')
        group by
            finding_id
    ),
    seen as (
        select
            linked.finding_id,
            linked.joined_at,
            max(s.run_at) filter (
                where
                    s.is_present
            ) as checked_at,
            coalesce(checked_at, linked.joined_at) as seen_at
        from
            linked
            left join state.case_sightings as s on s.case_id = $case_id::varchar
            and s.finding_id = linked.finding_id
        group by
            linked.finding_id,
            linked.joined_at
    ),
    missed as (
        select
            seen.finding_id,
            seen.checked_at,
            seen.seen_at,
            coalesce(
                min(s.run_at),
                (
                    select
                        max(finished_at)
                    from
                        analysis.runs
                    where
                        job = 'budget'
                )
            ) as missed_at
        from
            seen
            left join state.case_sightings as s on s.case_id = $case_id::varchar
            and s.finding_id = seen.finding_id
            and s.run_at > seen.seen_at
        where
            seen.finding_id not in (
                select
                    finding_id
                from
                    analysis.findings
            )
        group by
            seen.finding_id,
            seen.checked_at,
            seen.seen_at
    ),
    moved as (
        select
            load_id,
            file_name,
            'published' as change,
            coalesce(rerun_at, finished_at) as changed_at
        from
            raw.loads
        where
            status = 'published'
            and kind in (
                select
                    unnest($kinds::varchar[])
            )
        union all
        select
            load_id,
            file_name,
            'withdrawn' as change,
            withdrawn_at as changed_at
        from
            raw.loads
        where
            status = 'withdrawn'
            and kind in (
                select
                    unnest($kinds::varchar[])
            )
    )
select
    missed.finding_id,
    missed.seen_at,
    missed.missed_at,
    moved.load_id,
    moved.file_name,
    moved.change
from
    missed
    left join moved on (
        date_trunc('second', moved.changed_at) > missed.seen_at
        -- 立案以前已核对过，与立案同一秒的文件是其后来的
        or (
            missed.checked_at is null
            and date_trunc('second', moved.changed_at) = missed.seen_at
        )
    )
    and date_trunc('second', moved.changed_at) <= missed.missed_at
order by
    missed.finding_id,
    moved.changed_at,
    moved.load_id
