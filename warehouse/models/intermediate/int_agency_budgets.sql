-- 单位年度预算；一行是一个单位的一个年度
select
  coalesce(agency_code, agency_name) as agency,
  min(agency_code) as agency_code,
  min(agency_name) as agency_name,
  fiscal_year,
  sum(adjusted_amount) as adjusted_budget
from marts.budget_lines
group by coalesce(agency_code, agency_name), fiscal_year
