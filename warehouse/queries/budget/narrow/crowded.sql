-- Payments just under a limit whose unit paid the same receiver at least twice like that.
with near as (
  select payment_id, unit_key, payee_key
  from marts.payments
  where
    amount >= $floor::decimal(18, 2)
    and amount < $limit::decimal(18, 2)
    and upper(coalesce(currency, 'CNY')) = $currency::varchar
    and payee_key is not null
    and pay_date is not null
),
crowded as (
  select unit_key, payee_key
  from near
  group by unit_key, payee_key
  having count(*) >= 2
)
select near.payment_id
from near
inner join crowded on crowded.unit_key = near.unit_key and crowded.payee_key = near.payee_key
order by near.payment_id
