-- 每条规则的认定结果；每个案件取最近一次认定，重新立案的案件不计
with
    latest as (
        select
            case_id,
            kind,
            outcome,
            row_number() over (
                partition by
                    case_id
                order by
                    version desc
            ) as place
        from
            state.case_events
        where
            kind in ('judged', 'reopened')
    ),
    opening as (
        select
            case_id,
            rule
        from
            state.case_events
        where
            kind = 'opened'
    )
select
    o.rule,
    count(*) filter (
        where
            l.outcome = 'confirmed'
    ) as confirmed,
    count(*) filter (
        where
            l.outcome = 'explained'
    ) as explained,
    count(*) filter (
        where
            l.outcome = 'false-alarm'
    ) as false_alarm
from
    latest as l
    join opening as o on o.case_id = l.case_id
where
    l.place = 1
    and l.kind = 'judged'
group by
    o.rule
order by
    o.rule
