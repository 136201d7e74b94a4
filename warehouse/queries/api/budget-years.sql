-- 有预算或支付的年度，新的在前
select
    fiscal_year
from
    (
        select
            fiscal_year
        from
            marts.agency_months
        union
        select
            fiscal_year
        from
            marts.budget_lines
    ) years
where
    fiscal_year is not null
order by
    fiscal_year desc
