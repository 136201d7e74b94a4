-- 疑点列表，按分值从高到低
with
    hit as (
        select
            *
        from
            analysis.findings
        where
            (
                $rule::varchar is null
                or rule = $rule::varchar
            )
            and (
                $severity::varchar is null
                or severity = $severity::varchar
            )
            and (
                $unit::varchar is null
                or agency_code = $unit::varchar
                or unit = $unit::varchar
            )
            and (
                $year::integer is null
                or fiscal_year = $year::integer
            )
    )
select
    finding_id,
    rule,
    rule_name,
    severity,
    certainty,
    agency_code,
    unit,
    fiscal_year,
    matter,
    amount,
    text,
    score,
    data_date,
    (
        select
            count(*)
        from
            hit
    ) as total
from
    hit
order by
    case severity
        when '红' then 1
        when '橙' then 2
        else 3
    end,
    score desc nulls last,
    amount desc nulls last,
    finding_id
limit
    $limit::bigint
offset
    $offset::bigint
