-- Cash payments of at least an amount.
select payment_id, fiscal_year, pay_month
from marts.payments
where
  (set_mode like '%现金%' or set_mode like '%提现%')
  and amount >= $least::decimal(18, 2)
  and pay_month in (select unnest($months::varchar[]))
  and pay_date is not null
order by payment_id
