-- Payments in an amount range (floor included, ceiling too when asked for) of one currency.
select payment_id, fiscal_year, pay_month
from marts.payments
where
  amount >= $floor::decimal(18, 2)
  and amount <= $ceiling::decimal(18, 2)
  and upper(coalesce(currency, 'CNY')) = $currency::varchar
  and pay_month in (select unnest($months::varchar[]))
  and pay_date is not null
order by payment_id
