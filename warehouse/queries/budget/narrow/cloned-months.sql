-- Payments of months that add up like the month before them, and of that month: one may have been loaded for the other.
with months as (
  select
    unit_key,
    fiscal_year,
    pay_month,
    count(*) as payments,
    sum(amount) as amount,
    min(amount) as least,
    max(amount) as most
  from marts.payments
  where amount is not null and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
  group by unit_key, fiscal_year, pay_month
),
beside as (
  select
    months.*,
    lag(pay_month) over (partition by unit_key, fiscal_year order by pay_month) as earlier_month,
    lag(payments) over (partition by unit_key, fiscal_year order by pay_month) as earlier_payments,
    lag(amount) over (partition by unit_key, fiscal_year order by pay_month) as earlier_amount,
    lag(least) over (partition by unit_key, fiscal_year order by pay_month) as earlier_least,
    lag(most) over (partition by unit_key, fiscal_year order by pay_month) as earlier_most
  from months
),
cloned as (
  select
    beside.*,
    count(*) over (partition by unit_key, fiscal_year) as pairs
  from beside
  where
    payments >= 8
    and payments = earlier_payments
    and amount = earlier_amount
    and least = earlier_least
    and most = earlier_most
),
chosen as (
  select unit_key, fiscal_year, pay_month from cloned where pairs <= 2
  union
  select unit_key, fiscal_year, earlier_month from cloned where pairs <= 2
)
select payments.payment_id, payments.fiscal_year
from marts.payments as payments
inner join chosen
  on chosen.unit_key = payments.unit_key
  and chosen.fiscal_year = payments.fiscal_year
  and chosen.pay_month = payments.pay_month
where payments.amount is not null and payments.pay_date is not null
order by payments.payment_id
