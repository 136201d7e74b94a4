-- 各单位各类支出到某年为止的逐月支付
select
  unit_code,
  coalesce(agency_name, unit_code) as unit_name,
  fiscal_year,
  spending_class,
  month,
  paid_amount,
  last_paid_on
from marts.class_months
where fiscal_year <= $year::integer
order by unit_code, fiscal_year, spending_class, month
