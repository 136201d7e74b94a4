-- Payments to receivers that bear the name of a unit of the register.
select payments.payment_id, payments.fiscal_year, payments.pay_month
from marts.payments as payments
inner join (select distinct agency_name from marts.units where agency_name is not null) as names
  on names.agency_name = payments.payee_name
where
  payments.amount >= $least::decimal(18, 2)
  and payments.pay_month in (select unnest($months::varchar[]))
  and payments.pay_date is not null
order by payments.payment_id
