-- 疑点按严重程度计数
select
    severity,
    count(*) as findings,
    count(distinct coalesce(agency_code, unit)) as units
from
    analysis.findings
where
    (
        $rule::varchar is null
        or rule = $rule::varchar
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
group by
    severity
order by
    case severity
        when '红' then 1
        when '橙' then 2
        else 3
    end,
    severity
