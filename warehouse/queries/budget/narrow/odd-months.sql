-- The 200 largest payments of each month whose middle payment is a thousand times the usual month's, or a thousandth.
with months as (
  select
    unit_key,
    fiscal_year,
    pay_month,
    count(*) as payments,
    percentile_cont(0.5) within group (order by cast(amount as double)) as middle
  from marts.payments
  where amount > 0 and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
  group by unit_key, fiscal_year, pay_month
),
usual as (
  select unit_key, fiscal_year, percentile_cont(0.5) within group (order by middle) as middle
  from months
  group by unit_key, fiscal_year
  having count(*) >= 3
),
odd as (
  select months.unit_key, months.fiscal_year, months.pay_month
  from months
  inner join usual on usual.unit_key = months.unit_key and usual.fiscal_year = months.fiscal_year
  where
    months.payments >= 5
    and (months.middle >= 1000 * usual.middle or months.middle * 1000 <= usual.middle)
),
ranked as (
  select
    payments.payment_id,
    payments.fiscal_year,
    row_number() over (
      partition by payments.unit_key, payments.fiscal_year
      order by
        payments.amount desc, payments.pay_date,
        payments.source_file, coalesce(payments.sheet, ''), payments.row_number, payments.payment_id
    ) as position
  from marts.payments as payments
  inner join odd
    on odd.unit_key = payments.unit_key
    and odd.fiscal_year = payments.fiscal_year
    and odd.pay_month = payments.pay_month
  where payments.amount > 0
)
select payment_id, fiscal_year
from ranked
where position <= 200
order by payment_id
