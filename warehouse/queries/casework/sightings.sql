-- 每个案件的每条疑点：最近一次检查里有没有，此前连续多少次、多少天没有
with
    last_seen as (
        select
            case_id,
            finding_id,
            max(run_at) filter (
                where
                    is_present
            ) as seen_at
        from
            state.case_sightings
        group by
            case_id,
            finding_id
    ),
    latest as (
        select
            max(run_at) as run_at
        from
            state.case_sightings
    )
select
    s.case_id,
    s.finding_id,
    s.is_present,
    cast(s.amount as varchar) as amount,
    s.severity,
    (
        select
            count(*)
        from
            state.case_sightings as later
        where
            later.case_id = s.case_id
            and later.finding_id = s.finding_id
            and not later.is_present
            and (
                l.seen_at is null
                or later.run_at > l.seen_at
            )
    ) as runs_without,
    date_diff('day', coalesce(l.seen_at, first_event.opened_at), s.run_at) as days_without
from
    state.case_sightings as s
    join latest on latest.run_at = s.run_at
    join last_seen as l on l.case_id = s.case_id
    and l.finding_id = s.finding_id
    join (
        select
            case_id,
            min("at") as opened_at
        from
            state.case_events
        group by
            case_id
    ) as first_event on first_event.case_id = s.case_id
order by
    s.case_id,
    s.finding_id
