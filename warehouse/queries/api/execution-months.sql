-- 一年内逐月执行（$unit 为空则全部单位合计），到有数据的最后月份为止；口径同 execution-units
with
    months as (
        select
            month
        from
            generate_series(1, 12) as numbers (month)
    ),
    budget as (
        select
            fiscal_year,
            sum(adjusted_amount) as adjusted
        from
            marts.budget_lines
        where
            (
                $unit::varchar is null
                or coalesce(agency_code, agency_name) = $unit::varchar
            )
        group by
            fiscal_year
    ),
    paid as (
        select
            fiscal_year,
            month,
            sum(paid_amount) as paid,
            sum(payments) as payments
        from
            marts.agency_months
        where
            fiscal_year <= $year::integer
            and (
                $unit::varchar is null
                or coalesce(agency_code, agency_name) = $unit::varchar
            )
        group by
            fiscal_year,
            month
    ),
    years as (
        select distinct
            fiscal_year
        from
            paid
        union
        select
            $year::integer
    ),
    grid as (
        select
            y.fiscal_year,
            m.month,
            coalesce(p.paid, cast(0 as decimal(18, 2))) as paid,
            coalesce(p.payments, 0) as payments,
            sum(coalesce(p.paid, cast(0 as decimal(18, 2)))) over (
                partition by
                    y.fiscal_year
                order by
                    m.month
            ) as cumulative
        from
            years y
            cross join months m
            left join paid p on p.fiscal_year = y.fiscal_year
            and p.month = m.month
    ),
    seasonal as (
        select
            g.month,
            avg(cast(g.cumulative as double) / cast(b.adjusted as double)) as progress
        from
            grid g
            join budget b on b.fiscal_year = g.fiscal_year
        where
            g.fiscal_year < $year::integer
            and b.adjusted > 0
        group by
            g.month
    )
select
    g.fiscal_year,
    g.month,
    cast(g.paid as decimal(18, 2)) as paid,
    g.payments,
    cast(g.cumulative as decimal(18, 2)) as cumulative,
    cast(b.adjusted as decimal(18, 2)) as adjusted,
    case
        when b.adjusted > 0 then cast(g.cumulative as double) / cast(b.adjusted as double)
    end as rate,
    cast(g.month as double) / 12 as linear,
    s.progress as seasonal
from
    grid g
    left join budget b on b.fiscal_year = g.fiscal_year
    left join seasonal s on s.month = g.month
where
    g.fiscal_year = $year::integer
    and g.month <= $as_of_month::integer
order by
    g.month
