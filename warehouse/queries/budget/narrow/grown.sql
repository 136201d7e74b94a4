-- The 200 largest payments of each unit, year and watched economic code (five digits, the payment's own or its line's)
-- whose payments may have grown by more than is let pass. Of the year before only half is sure where a month of the unit
-- may be in the data twice: at least eight payments, hardly more different amounts than half of them.
with years as (
  select distinct fiscal_year
  from marts.payments
),
asked as (
  select fiscal_year
  from years
  where
    fiscal_year in (select unnest($years::integer[]))
    and fiscal_year - 1 in (select fiscal_year from years)
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
    and payments.fiscal_year in (select fiscal_year from asked union select fiscal_year - 1 from asked)
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
crowded as (
  select unit_key, fiscal_year
  from marts.payments
  where
    amount is not null
    and pay_date is not null
    and fiscal_year in (select fiscal_year - 1 from asked)
  group by unit_key, fiscal_year, pay_month
  having count(*) >= 8 and count(distinct amount) <= 0.55 * count(*)
),
doubtful as (
  select distinct unit_key, fiscal_year
  from crowded
),
compared as (
  select
    spent.unit_key,
    spent.fiscal_year,
    spent.economic_code,
    spent.amount,
    coalesce(
      case when doubtful.unit_key is null then before.amount else least(before.amount, 0.5 * before.amount) end,
      0
    ) as sure_before
  from spent
  left join spent as before
    on before.unit_key = spent.unit_key
    and before.fiscal_year = spent.fiscal_year - 1
    and before.economic_code = spent.economic_code
  left join doubtful
    on doubtful.unit_key = before.unit_key
    and doubtful.fiscal_year = before.fiscal_year
  where spent.fiscal_year in (select fiscal_year from asked)
),
grown as (
  select unit_key, fiscal_year, economic_code
  from compared
  where
    amount > (1 + $share::double) * sure_before
    and amount > sure_before + $floor::decimal(18, 2)
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
  inner join grown
    on grown.unit_key = watched.unit_key
    and grown.fiscal_year = watched.fiscal_year
    and grown.economic_code = watched.economic_code
)
select payment_id, fiscal_year
from ranked
where position <= 200
order by payment_id
