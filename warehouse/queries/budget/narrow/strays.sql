-- Payments without a budget line, or of a project that is in no budget, where budget lines exist for the year. Units
-- and years of which half is loose are left out: there the data are incomplete.
with years as (
  select distinct fiscal_year from marts.budget_lines
),
projects as (
  select distinct pro_code from marts.budget_lines where pro_code is not null
),
strays as (
  select
    payments.payment_id,
    payments.unit_key,
    payments.fiscal_year,
    case when lines.bgt_id is null then 1 else 0 end as is_loose
  from marts.payments as payments
  inner join years on years.fiscal_year = payments.fiscal_year
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  left join projects on projects.pro_code = payments.pro_code
  where
    payments.amount is not null
    and payments.pay_date is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
    and (lines.bgt_id is null or (payments.pro_code is not null and projects.pro_code is null))
),
loose as (
  select unit_key, fiscal_year, sum(is_loose) as payments
  from strays
  group by unit_key, fiscal_year
  having sum(is_loose) >= 3
),
wide as (
  select loose.unit_key, loose.fiscal_year
  from loose
  inner join marts.payments as payments
    on payments.unit_key = loose.unit_key and payments.fiscal_year = loose.fiscal_year
  -- Two offices may use one number: the sums by month count such a payment once for each line, and so does this.
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where payments.amount is not null and payments.pay_date is not null
  group by loose.unit_key, loose.fiscal_year, loose.payments
  having loose.payments >= 0.5 * count(*)
)
select strays.payment_id, strays.fiscal_year
from strays
left join wide on wide.unit_key = strays.unit_key and wide.fiscal_year = strays.fiscal_year
where wide.unit_key is null
order by strays.payment_id
