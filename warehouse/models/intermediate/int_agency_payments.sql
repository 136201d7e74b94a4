-- 单位按月支付；一行是一个单位、一个年度、一个月
select
  coalesce(agency_code, agency_name) as agency,
  min(agency_code) as agency_code,
  min(agency_name) as agency_name,
  fiscal_year,
  extract(month from pay_date) as month,
  sum(amount) as paid_amount,
  count(*) as payments
from marts.payments
group by coalesce(agency_code, agency_name), fiscal_year, extract(month from pay_date)
