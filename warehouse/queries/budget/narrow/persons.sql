-- Large payments to receivers whose name is as short as a person's.
select payment_id, fiscal_year, pay_month
from marts.payments
where
  amount >= $least::decimal(18, 2)
  and char_length(payee_name) between 2 and 4
  and pay_month in (select unnest($months::varchar[]))
  and pay_date is not null
order by payment_id
