-- Payments of the months that may be in the data twice: nine tenths of their rows have an equal on the same day.
with months as (
  select unit_key, fiscal_year, pay_month
  from marts.payments
  where amount is not null and pay_date is not null and pay_month in (select unnest($months::varchar[]))
  group by unit_key, fiscal_year, pay_month
  having count(*) >= 8 and count(distinct amount) <= 0.55 * count(*)
),
crowded as (
  select payments.unit_key, payments.fiscal_year, payments.pay_month, payments.pay_date, count(*) as equal_payments
  from marts.payments as payments
  inner join months
    on months.unit_key = payments.unit_key
    and months.fiscal_year = payments.fiscal_year
    and months.pay_month = payments.pay_month
  group by
    payments.unit_key, payments.fiscal_year, payments.pay_month,
    payments.pay_date, payments.payee_key, payments.amount
),
doubled as (
  select unit_key, fiscal_year, pay_month
  from crowded
  group by unit_key, fiscal_year, pay_month
  having sum(case when equal_payments > 1 then equal_payments else 0 end) >= 0.9 * sum(equal_payments)
)
select payments.payment_id, payments.fiscal_year, payments.pay_month
from marts.payments as payments
inner join doubled
  on doubled.unit_key = payments.unit_key
  and doubled.fiscal_year = payments.fiscal_year
  and doubled.pay_month = payments.pay_month
where payments.amount is not null and payments.pay_date is not null
order by payments.payment_id
