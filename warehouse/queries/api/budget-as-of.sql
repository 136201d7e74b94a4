-- 所选年度（未选则最近年度）及其有支付数据的最后月份
with
    chosen as (
        select
            coalesce($year::integer, max(fiscal_year)) as fiscal_year
        from
            (
                select
                    fiscal_year
                from
                    marts.agency_months
                where
                    payments > 0
                union all
                select
                    fiscal_year
                from
                    marts.budget_lines
                where
                    not exists (
                        select
                            1
                        from
                            marts.agency_months
                        where
                            payments > 0
                    )
            ) years
    )
select
    c.fiscal_year,
    max(a.month) filter(
        where
            a.payments > 0
    ) as as_of_month
from
    chosen c
    left join marts.agency_months a on a.fiscal_year = c.fiscal_year
where
    c.fiscal_year is not null
group by
    c.fiscal_year
order by
    c.fiscal_year
