-- 有预算或支付的单位
select
    unit_code,
    min(unit_name) as unit_name
from
    (
        select
            coalesce(agency_code, agency_name) as unit_code,
            coalesce(agency_name, agency_code) as unit_name
        from
            marts.agency_months
        union
        select
            coalesce(agency_code, agency_name) as unit_code,
            coalesce(agency_name, agency_code) as unit_name
        from
            marts.budget_lines
    ) units
where
    unit_code is not null
group by
    unit_code
order by
    unit_name,
    unit_code
