-- Payments of the months that may be in the data twice: nine tenths of their rows have an equal on the same day, or
-- the whole month adds up like the month before it.
with months as (
  select
    unit_key,
    fiscal_year,
    pay_month,
    count(*) as payments,
    count(distinct amount) as amounts,
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
crowded as (
  select payments.unit_key, payments.fiscal_year, payments.pay_month, payments.pay_date, count(*) as equal_payments
  from marts.payments as payments
  inner join months
    on months.unit_key = payments.unit_key
    and months.fiscal_year = payments.fiscal_year
    and months.pay_month = payments.pay_month
  where months.payments >= 8 and months.amounts <= 0.55 * months.payments
  group by
    payments.unit_key, payments.fiscal_year, payments.pay_month,
    payments.pay_date, payments.payee_key, payments.amount
),
doubled as (
  select unit_key, fiscal_year, pay_month
  from crowded
  group by unit_key, fiscal_year, pay_month
  having sum(case when equal_payments > 1 then equal_payments else 0 end) >= 0.9 * sum(equal_payments)
),
chosen as (
  select unit_key, fiscal_year, pay_month from doubled
  union
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
