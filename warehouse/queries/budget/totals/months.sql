-- What a unit's months look like: how many payments, and the middle one of those above zero.
select
  unit_key,
  fiscal_year,
  pay_month,
  count(*) as payments,
  count(case when amount > 0 then 1 end) as above_zero,
  cast(sum(case when amount > 0 then amount end) as decimal(18, 2)) as amount_above_zero,
  percentile_cont(0.5) within group (order by case when amount > 0 then cast(amount as double) end) as middle
from marts.payments
where amount is not null and pay_date is not null and pay_month in (select unnest($months::varchar[]))
group by unit_key, fiscal_year, pay_month
order by unit_key, fiscal_year, pay_month
