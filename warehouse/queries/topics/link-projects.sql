-- 可能与热点相关的预算项目，一行是一个单位的一个项目的一个年度
select
    min(record_key) as ref,
    concat(fiscal_year, ' 年预算') as label,
    project_name as title,
    agency_name as unit_name,
    sum(adjusted_amount) as amount,
    sum(paid_amount) as paid,
    max(doc_date) as record_date
from
    marts.budget_lines
where
    project_name is not null
group by
    fiscal_year,
    agency_name,
    project_name
order by
    ref
