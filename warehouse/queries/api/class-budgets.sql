-- 某年各单位各类支出的调整后预算
select
  unit_code,
  coalesce(agency_name, unit_code) as unit_name,
  spending_class,
  adjusted_amount
from marts.class_budgets
where fiscal_year = $year::integer
order by unit_code, spending_class
