-- The 200 largest payments of each unit and year, from 2018 on, under withdrawn economic codes.
with ranked as (
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
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 5)
      in (select unnest($codes::varchar[]))
    and payments.fiscal_year >= 2018
    and payments.fiscal_year in (select unnest($years::integer[]))
    and payments.amount is not null
    and payments.pay_date is not null
)
select payment_id, fiscal_year
from ranked
where position <= 200
order by payment_id
