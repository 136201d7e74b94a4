-- Payments in 人民币 above zero on given days.
select payment_id, fiscal_year
from marts.payments
where
  pay_date in (select cast(unnest($days::varchar[]) as date))
  and amount > 0
  and upper(coalesce(currency, 'CNY')) = 'CNY'
  and fiscal_year in (select unnest($years::integer[]))
order by payment_id
