-- First two digits of a unit's amounts above zero in a year (in 分), for units with enough of them to be judged.
with positive as not materialized (
  select
    unit_key,
    fiscal_year,
    amount
  from marts.payments
  where amount > 0 and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
),
large as (
  select unit_key, fiscal_year
  from positive
  group by unit_key, fiscal_year
  having count(*) >= 1000
),
written as (
  select
    positive.unit_key,
    positive.fiscal_year,
    rpad(substr(cast(cast(positive.amount * 100 as bigint) as varchar), 1, 2), 2, '0') as digits
  from positive
  inner join large on large.unit_key = positive.unit_key and large.fiscal_year = positive.fiscal_year
)
select
  unit_key,
  fiscal_year,
  cast(digits as integer) as digits,
  count(*) as payments
from written
group by unit_key, fiscal_year, digits
order by unit_key, fiscal_year, digits
