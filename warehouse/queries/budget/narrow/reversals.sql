-- Refunds and the payments they may take back: one unit, one receiver, one amount with both signs.
with refunds as (
  select distinct unit_key, coalesce(payee_key, '') as payee_key, -amount as amount
  from marts.payments
  where amount < 0 and pay_date is not null
)
select payments.payment_id, payments.fiscal_year
from marts.payments as payments
inner join refunds
  on refunds.unit_key = payments.unit_key
  and refunds.payee_key = coalesce(payments.payee_key, '')
  and (refunds.amount = payments.amount or refunds.amount = -payments.amount)
where payments.pay_date is not null
order by payments.payment_id
