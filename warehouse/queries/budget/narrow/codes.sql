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
  select *
  from coded
  where economic_code in (select unnest($codes::varchar[]))
),
spent as (
  select unit_key, fiscal_year, economic_code, sum(amount) as amount
  from watched
  group by unit_key, fiscal_year, economic_code
),
overspent as (
  select spent.unit_key, spent.fiscal_year, spent.economic_code
  from spent
  left join allowed
    on allowed.unit_key = spent.unit_key
    and allowed.fiscal_year = spent.fiscal_year
    and allowed.economic_code = spent.economic_code
  where spent.amount > coalesce(allowed.amount, 0)
),
ranked as (
  select
    watched.payment_id,
    watched.fiscal_year,
    row_number() over (
      partition by watched.unit_key, watched.fiscal_year, watched.economic_code
      order by
        abs(watched.amount) desc, watched.pay_date,
        watched.source_file, coalesce(watched.sheet, ''), watched.row_number, watched.payment_id
    ) as position
  from watched
  inner join overspent
    on overspent.unit_key = watched.unit_key
    and overspent.fiscal_year = watched.fiscal_year
    and overspent.economic_code = watched.economic_code
)
select payment_id, fiscal_year
from ranked
where position <= 200
order by payment_id
