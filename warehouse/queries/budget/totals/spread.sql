-- How a unit's amounts above zero are spread in a year: low and high percentiles, and how many crowd above the lowest.
with positive as (
  select unit_key, fiscal_year, amount
  from marts.payments
  where amount > 0 and pay_date is not null and fiscal_year in (select unnest($years::integer[]))
),
ranges as (
  select
    unit_key,
    fiscal_year,
    count(*) as payments,
    percentile_disc(0.002) within group (order by amount) as floor,
    percentile_disc(0.01) within group (order by amount) as low,
    percentile_disc(0.99) within group (order by amount) as high,
    sum(amount) as amount
  from positive
  group by unit_key, fiscal_year
)
select
  ranges.unit_key,
  ranges.fiscal_year,
  ranges.payments,
  cast(ranges.floor as decimal(18, 2)) as floor,
  cast(ranges.low as decimal(18, 2)) as low,
  cast(ranges.high as decimal(18, 2)) as high,
  cast(ranges.amount as decimal(18, 2)) as amount,
  count(case when positive.amount >= ranges.floor and positive.amount < 1.5 * ranges.floor then 1 end) as near_floor
from ranges
inner join positive on positive.unit_key = ranges.unit_key and positive.fiscal_year = ranges.fiscal_year
group by
  ranges.unit_key,
  ranges.fiscal_year,
  ranges.payments,
  ranges.floor,
  ranges.low,
  ranges.high,
  ranges.amount
order by ranges.unit_key, ranges.fiscal_year
