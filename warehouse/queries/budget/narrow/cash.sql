-- Cash payments of at least an amount.
select payment_id, fiscal_year
from marts.payments
where
  (set_mode like '%现金%' or set_mode like '%提现%')
  and amount >= $least::decimal(18, 2)
  and fiscal_year in (select unnest($years::integer[]))
  and pay_date is not null
order by payment_id
