-- 一次预算检查之后，记下每个案件的每条疑点还在不在、金额与等级多少；同一次检查只记一次
insert into
    state.case_sightings (run_at, case_id, finding_id, is_present, amount, severity)
select
    $run_at::timestamp,
    linked.case_id,
    linked.finding_id,
    f.finding_id is not null,
    f.amount,
    f.severity
from
    (
        select distinct
            case_id,
            finding_id
        from
            state.case_events
        where
            kind in ('opened', 'joined')
    ) as linked
    left join analysis.findings as f on f.finding_id = linked.finding_id
where
    not exists (
        select
            1
        from
            state.case_sightings as known
        where
            known.run_at = $run_at::timestamp
            and known.case_id = linked.case_id
            and known.finding_id = linked.finding_id
    )
