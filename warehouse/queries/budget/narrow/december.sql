-- The 200 largest December payments other than wages of each unit and year that may have spent too much in December.
-- Money paid after the year's end counts in December.
with sums as (
  select
    unit_key,
    fiscal_year,
    sum(amount) as amount,
    sum(case when extract(year from pay_date) * 12 + extract(month from pay_date) >= fiscal_year * 12 + 12 then amount else 0 end) as december
  from marts.payments
  where amount is not null and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
  group by unit_key, fiscal_year
),
rushed as (
  select unit_key, fiscal_year
  from sums
  where december > 0.5 * $share::double * amount or december > 0.5 * $times::double * (amount - december) / 11
),
ranked as (
  select
    payments.payment_id,
    payments.fiscal_year,
    row_number() over (
      partition by payments.unit_key, payments.fiscal_year
      order by
        abs(payments.amount) desc, payments.pay_date,
        payments.source_file, coalesce(payments.sheet, ''), payments.row_number, payments.payment_id
    ) as position
  from marts.payments as payments
  inner join rushed on rushed.unit_key = payments.unit_key and rushed.fiscal_year = payments.fiscal_year
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    extract(year from payments.pay_date) * 12 + extract(month from payments.pay_date) >= payments.fiscal_year * 12 + 12
    and payments.amount is not null
    and coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code, '') not like '301%'
)
select payment_id, fiscal_year
from ranked
where position <= 400
order by payment_id
