-- What each unit paid from a budget year's first day until before some days of its first quarter; what was carried over
-- and disaster relief (words of the purpose or project, or function 22407) left out.
with periods as (
  select unnest($of_years::integer[]) as fiscal_year, cast(unnest($ends::varchar[]) as date) as ends_before
),
paid as (
  select
    payments.unit_key,
    payments.fiscal_year,
    periods.ends_before,
    coalesce(payments.use_des, '') || coalesce(payments.project_name, '') as purpose,
    sum(payments.amount) as amount
  from marts.payments as payments
  inner join periods
    on periods.fiscal_year = payments.fiscal_year
    and periods.ends_before > payments.pay_date
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    payments.amount is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
    and extract(year from payments.pay_date) = payments.fiscal_year
    and extract(month from payments.pay_date) <= 3
    and upper(coalesce(payments.currency, 'CNY')) = 'CNY'
    and coalesce(lines.source_type_code, '') not like '%结转%'
    and coalesce(payments.exp_func_code, '') not like '22407%'
  group by
    payments.unit_key,
    payments.fiscal_year,
    periods.ends_before,
    coalesce(payments.use_des, '') || coalesce(payments.project_name, '')
),
-- Said of each purpose, not asked of it in a where clause: that would be asked of every payment.
judged as (
  select
    unit_key,
    fiscal_year,
    ends_before,
    amount,
    (
      purpose like '%救灾%' or purpose like '%抗洪%' or purpose like '%洪涝%' or purpose like '%防汛%'
      or purpose like '%抗旱%' or purpose like '%抢险%' or purpose like '%地震%' or purpose like '%台风%'
      or purpose like '%疫情防控%' or purpose like '%应急救助%' or purpose like '%灾后%' or purpose like '%受灾%'
    ) as is_relief
  from paid
)
select
  unit_key,
  fiscal_year,
  ends_before,
  cast(sum(case when is_relief then 0 else amount end) as decimal(18, 2)) as amount
from judged
group by unit_key, fiscal_year, ends_before
order by unit_key, fiscal_year, ends_before
