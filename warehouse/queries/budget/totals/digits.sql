-- First two digits of a unit's amounts above zero in a year (in 分), for units with enough of them to be judged.
with counted as (
  select
    unit_key,
    fiscal_year,
    rpad(substr(cast(cast(amount * 100 as bigint) as varchar), 1, 2), 2, '0') as digits,
    count(*) as payments
  from marts.payments
  where amount > 0 and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
  group by unit_key, fiscal_year, rpad(substr(cast(cast(amount * 100 as bigint) as varchar), 1, 2), 2, '0')
),
judged as (
  select
    counted.*,
    sum(payments) over (partition by unit_key, fiscal_year) as all_payments
  from counted
)
select
  unit_key,
  fiscal_year,
  cast(digits as integer) as digits,
  payments
from judged
where all_payments >= 1000
order by unit_key, fiscal_year, digits
