-- The 20 largest payments of each unit, year and watched economic code whose sum per head exceeds the median of its code
-- and year by a factor.
with heads as (
  select agency_code, max(head_count) as heads
  from marts.units
  where head_count > 0
  group by agency_code
),
coded as (
  select
    payments.payment_id,
    payments.unit_key,
    payments.fiscal_year,
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 5) as economic_code,
    payments.amount,
    heads.heads
  from marts.payments as payments
  inner join heads on heads.agency_code = payments.unit_key
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 5) in (select unnest($codes::varchar[]))
    and payments.fiscal_year in (select unnest($years::integer[]))
    and payments.amount is not null
    and payments.pay_date is not null
),
shares as (
  select unit_key, fiscal_year, economic_code, sum(amount) / max(heads) as per_head
  from coded
  group by unit_key, fiscal_year, economic_code
),
middles as (
  select fiscal_year, economic_code, percentile_cont(0.5) within group (order by per_head) as per_head
  from shares
  where per_head > 0
  group by fiscal_year, economic_code
),
ranked as (
  select
    coded.payment_id,
    coded.fiscal_year,
    row_number() over (
      partition by coded.unit_key, coded.fiscal_year, coded.economic_code
      order by coded.amount desc, coded.payment_id
    ) as position
  from coded
  inner join shares
    on shares.unit_key = coded.unit_key
    and shares.fiscal_year = coded.fiscal_year
    and shares.economic_code = coded.economic_code
  inner join middles
    on middles.fiscal_year = coded.fiscal_year and middles.economic_code = coded.economic_code
  where shares.per_head > $times::double * middles.per_head
)
select payment_id, fiscal_year
from ranked
where position <= 20
order by payment_id
