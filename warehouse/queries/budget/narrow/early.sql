-- The 50 largest payments of each unit before the day its budget was approved, where the unit may have paid too much
-- more before that day than in the same days of the year before. Of the earlier days only half is sure: they may be in
-- the data twice.
with announced as (
  select
    unnest($approved_years::integer[]) as fiscal_year,
    cast(unnest($days::varchar[]) as date) as approved_on,
    cast(unnest($earlier::varchar[]) as date) as year_before
),
approvals as (
  select fiscal_year, approved_on, year_before
  from announced
  where fiscal_year in (select unnest($years::integer[]))
),
spent_years as (
  select fiscal_year from approvals
  union
  select fiscal_year - 1 from approvals
),
told as (
  select
    payments.payment_id,
    payments.unit_key,
    payments.fiscal_year,
    payments.pay_date,
    payments.amount,
    coalesce(payments.use_des, '') || coalesce(payments.project_name, '') as purpose
  from marts.payments as payments
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    payments.amount is not null
    and extract(year from payments.pay_date) = payments.fiscal_year
    and extract(month from payments.pay_date) <= 3
    and payments.fiscal_year in (select fiscal_year from spent_years)
    and upper(coalesce(payments.currency, 'CNY')) = 'CNY'
    and coalesce(lines.source_type_code, '') not like '%结转%'
    and coalesce(payments.exp_func_code, '') not like '22407%'
),
periods as (
  select told.unit_key, told.fiscal_year, told.payment_id, told.amount, told.purpose, 1 as is_now
  from told
  inner join approvals on approvals.fiscal_year = told.fiscal_year and told.pay_date < approvals.approved_on
  union all
  select told.unit_key, approvals.fiscal_year, told.payment_id, told.amount, told.purpose, 0
  from told
  inner join approvals on approvals.fiscal_year = told.fiscal_year + 1 and told.pay_date < approvals.year_before
),
-- Said of these payments, not asked of them in a where clause: that would be asked of every payment.
judged as (
  select
    unit_key,
    fiscal_year,
    payment_id,
    amount,
    is_now,
    (
      purpose like '%救灾%' or purpose like '%抗洪%' or purpose like '%洪涝%' or purpose like '%防汛%'
      or purpose like '%抗旱%' or purpose like '%抢险%' or purpose like '%地震%' or purpose like '%台风%'
      or purpose like '%疫情防控%' or purpose like '%应急救助%' or purpose like '%灾后%' or purpose like '%受灾%'
    ) as is_relief
  from periods
),
summed as (
  select
    unit_key,
    fiscal_year,
    sum(case when is_now = 1 and not is_relief then amount else 0 end) as spent,
    sum(case when is_now = 0 and not is_relief then amount else 0 end) as spent_before
  from judged
  group by unit_key, fiscal_year
),
compared as (
  select unit_key, fiscal_year, spent, least(spent_before, 0.5 * spent_before) as sure_before
  from summed
),
budgets as (
  select unit_key, fiscal_year, sum(adjusted_amount) as amount
  from marts.budget_lines
  group by unit_key, fiscal_year
),
grown as (
  select compared.unit_key, compared.fiscal_year
  from compared
  inner join budgets on budgets.unit_key = compared.unit_key and budgets.fiscal_year = compared.fiscal_year
  where
    compared.spent > $times::double * compared.sure_before
    and compared.spent - compared.sure_before > $share::double * budgets.amount
),
ranked as (
  select
    judged.payment_id,
    judged.fiscal_year,
    judged.is_relief,
    row_number() over (
      partition by judged.unit_key, judged.fiscal_year
      order by judged.is_relief, judged.amount desc, judged.payment_id
    ) as position
  from judged
  inner join grown on grown.unit_key = judged.unit_key and grown.fiscal_year = judged.fiscal_year
  where judged.is_now = 1
)
select payment_id, fiscal_year
from ranked
where position <= 50 and not is_relief
order by payment_id
