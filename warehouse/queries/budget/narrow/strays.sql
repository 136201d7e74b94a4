-- Payments without a budget line, or of a project that is in no budget, where budget lines exist for the year. Units
-- and years of which half is loose are left out: there the data are incomplete.
with years as (
  select distinct fiscal_year from marts.budget_lines
),
projects as (
  select distinct pro_code from marts.budget_lines where pro_code is not null
),
judged as (
  select
    payments.payment_id,
    payments.unit_key,
    payments.fiscal_year,
    case when lines.bgt_id is null then 1 else 0 end as is_loose,
    case when payments.pro_code is not null and projects.pro_code is null then 1 else 0 end as is_foreign
  from marts.payments as payments
  inner join years on years.fiscal_year = payments.fiscal_year
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  left join projects on projects.pro_code = payments.pro_code
  where
    payments.amount is not null
    and payments.pay_date is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
),
wide as (
  select unit_key, fiscal_year
  from judged
  group by unit_key, fiscal_year
  having sum(is_loose) >= 3 and sum(is_loose) >= 0.5 * count(*)
)
select judged.payment_id, judged.fiscal_year
from judged
left join wide on wide.unit_key = judged.unit_key and wide.fiscal_year = judged.fiscal_year
where wide.unit_key is null and (judged.is_loose = 1 or judged.is_foreign = 1)
order by judged.payment_id
