-- The 200 largest payments of each unit, year and watched economic code (five digits, the payment's own or its line's)
-- whose payments exceed what the unit's lines of that code allow.
with allowed as (
  select unit_key, fiscal_year, substr(dep_bgt_eco_code, 1, 5) as economic_code, sum(adjusted_amount) as amount
  from marts.budget_lines
  group by unit_key, fiscal_year, substr(dep_bgt_eco_code, 1, 5)
),
coded as (
  select
    payments.payment_id,
    payments.unit_key,
    payments.fiscal_year,
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 5) as economic_code,
    payments.amount,
    payments.pay_date,
    payments.source_file,
    payments.sheet,
    payments.row_number
  from marts.payments as payments
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    payments.amount is not null
    and payments.pay_date is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
),
watched as (
  select
    coded.*,
    sum(coded.amount) over (
      partition by coded.unit_key, coded.fiscal_year, coded.economic_code
    ) as paid_amount,
    row_number() over (
      partition by coded.unit_key, coded.fiscal_year, coded.economic_code
      order by
        abs(coded.amount) desc, coded.pay_date,
        coded.source_file, coalesce(coded.sheet, ''), coded.row_number, coded.payment_id
    ) as position
  from coded
  where coded.economic_code in (select unnest($codes::varchar[]))
)
select watched.payment_id, watched.fiscal_year
from watched
left join allowed
  on allowed.unit_key = watched.unit_key
  and allowed.fiscal_year = watched.fiscal_year
  and allowed.economic_code = watched.economic_code
where watched.position <= 200 and watched.paid_amount > coalesce(allowed.amount, 0)
order by watched.payment_id
