-- Sums per unit, year, month of payment and spending class. Disaster relief (words of the purpose or project, or
-- function 22407) is kept apart.
with typed as (
  select
    payments.unit_key,
    payments.fiscal_year,
    payments.pay_month,
    upper(coalesce(payments.currency, 'CNY')) as currency,
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 3) as economic_class,
    payments.use_des,
    payments.project_name,
    case when payments.exp_func_code like '22407%' then 1 else 0 end as is_relief_code,
    payments.amount
  from marts.payments as payments
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    payments.amount is not null
    and payments.pay_date is not null
    and payments.pay_month in (select unnest($months::varchar[]))
),
spoken as (
  select
    unit_key,
    fiscal_year,
    pay_month,
    currency,
    economic_class,
    is_relief_code,
    coalesce(use_des, '') || coalesce(project_name, '') as purpose,
    sum(amount) as amount,
    count(*) as payments
  from typed
  group by
    unit_key,
    fiscal_year,
    pay_month,
    currency,
    economic_class,
    is_relief_code,
    coalesce(use_des, '') || coalesce(project_name, '')
),
judged as (
  select
    unit_key,
    fiscal_year,
    pay_month,
    currency,
    economic_class,
    (
      is_relief_code = 1
      or purpose like '%救灾%' or purpose like '%抗洪%' or purpose like '%洪涝%' or purpose like '%防汛%'
      or purpose like '%抗旱%' or purpose like '%抢险%' or purpose like '%地震%' or purpose like '%台风%'
      or purpose like '%疫情防控%' or purpose like '%应急救助%' or purpose like '%灾后%' or purpose like '%受灾%'
    ) as is_relief,
    amount,
    payments
  from spoken
)
select
  unit_key,
  fiscal_year,
  pay_month,
  currency,
  economic_class,
  is_relief,
  cast(sum(amount) as decimal(18, 2)) as amount,
  cast(sum(payments) as integer) as payments
from judged
group by unit_key, fiscal_year, pay_month, currency, economic_class, is_relief
order by unit_key, fiscal_year, pay_month, currency, economic_class, is_relief
