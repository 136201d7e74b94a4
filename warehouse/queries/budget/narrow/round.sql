-- Large payments that are a multiple of a round sum and whose purpose is left out or as short as a commonplace.
select payment_id, fiscal_year, pay_month
from marts.payments
where
  amount >= $least::decimal(18, 2)
  and amount % $step::decimal(18, 2) = 0
  and char_length(coalesce(use_des, '')) <= 4
  and pay_month in (select unnest($months::varchar[]))
  and pay_date is not null
order by payment_id
