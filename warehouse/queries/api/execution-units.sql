-- 各单位的预算执行（$rollup 为真时合并为一行）；季节进度 = 以前年度同月累计支出占调整后预算比例的平均
with
    line as (
        select
            case
                when $rollup::boolean then '*'
                else coalesce(agency_code, agency_name)
            end as unit_code,
            agency_name,
            fiscal_year,
            amount,
            adjusted_amount
        from
            marts.budget_lines
        where
            fiscal_year <= $year::integer
            and (
                $unit::varchar is null
                or coalesce(agency_code, agency_name) = $unit::varchar
            )
    ),
    month_paid as (
        select
            case
                when $rollup::boolean then '*'
                else coalesce(agency_code, agency_name)
            end as unit_code,
            agency_name,
            fiscal_year,
            month,
            paid_amount,
            payments
        from
            marts.agency_months
        where
            fiscal_year <= $year::integer
            and (
                $unit::varchar is null
                or coalesce(agency_code, agency_name) = $unit::varchar
            )
    ),
    budget as (
        select
            unit_code,
            fiscal_year,
            min(agency_name) as agency_name,
            count(*) as lines,
            sum(amount) as budget,
            sum(adjusted_amount) as adjusted
        from
            line
        group by
            unit_code,
            fiscal_year
    ),
    paid as (
        select
            unit_code,
            fiscal_year,
            min(agency_name) as agency_name,
            sum(paid_amount) as paid,
            sum(payments) as payments,
            sum(paid_amount) filter(
                where
                    month <= $as_of_month::integer
            ) as paid_to_month
        from
            month_paid
        group by
            unit_code,
            fiscal_year
    ),
    seasonal as (
        select
            p.unit_code,
            avg(cast(p.paid_to_month as double) / cast(b.adjusted as double)) as progress
        from
            paid p
            join budget b on b.unit_code = p.unit_code
            and b.fiscal_year = p.fiscal_year
        where
            p.fiscal_year < $year::integer
            and b.adjusted > 0
        group by
            p.unit_code
    ),
    finding as (
        select
            case
                when $rollup::boolean then '*'
                else coalesce(agency_code, unit)
            end as unit_code,
            count(*) as findings
        from
            analysis.findings
        where
            fiscal_year = $year::integer
            and (
                $unit::varchar is null
                or coalesce(agency_code, unit) = $unit::varchar
            )
        group by
            case
                when $rollup::boolean then '*'
                else coalesce(agency_code, unit)
            end
    ),
    unit as (
        select
            unit_code
        from
            budget
        where
            fiscal_year = $year::integer
        union
        select
            unit_code
        from
            paid
        where
            fiscal_year = $year::integer
    )
select
    u.unit_code,
    coalesce(b.agency_name, p.agency_name, u.unit_code) as unit_name,
    coalesce(b.lines, 0) as lines,
    b.budget,
    b.adjusted,
    coalesce(p.paid, cast(0 as decimal(18, 2))) as paid,
    coalesce(p.payments, 0) as payments,
    case
        when b.adjusted > 0 then cast(coalesce(p.paid, 0) as double) / cast(b.adjusted as double)
    end as rate,
    cast($as_of_month::integer as double) / 12 as linear,
    s.progress as seasonal,
    coalesce(f.findings, 0) as findings
from
    unit u
    left join budget b on b.unit_code = u.unit_code
    and b.fiscal_year = $year::integer
    left join paid p on p.unit_code = u.unit_code
    and p.fiscal_year = $year::integer
    left join seasonal s on s.unit_code = u.unit_code
    left join finding f on f.unit_code = u.unit_code
order by
    b.adjusted desc nulls last,
    paid desc,
    u.unit_code
