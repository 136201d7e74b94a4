-- The first fifty payments without a budget line of each unit and year.
with ranked as (
  select
    payments.payment_id,
    payments.fiscal_year,
    row_number() over (
      partition by payments.unit_key, payments.fiscal_year
      order by payments.source_file, coalesce(payments.sheet, ''), payments.row_number, payments.payment_id
    ) as position
  from marts.payments as payments
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    lines.bgt_id is null
    and payments.amount is not null
    and payments.pay_date is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
)
select payment_id, fiscal_year
from ranked
where position <= 50
order by payment_id
