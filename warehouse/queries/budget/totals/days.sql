-- Payments per day: which years, months and currencies the payments cover.
select
  upper(coalesce(currency, 'CNY')) as currency,
  fiscal_year,
  pay_date,
  count(*) as payments
from marts.payments
where amount is not null and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
group by upper(coalesce(currency, 'CNY')), fiscal_year, pay_date
order by currency, fiscal_year, pay_date
