-- 支付归属的单位；一行是支付里一种单位代码、名称、年度的写法
-- 单位以代码为准，只有名称的按名称查代码；某年没有自己指标、九成以上支付走另一单位指标的（年中更名、合并），归入该单位
with unit_names as (
  select agency_name, agency_code from intermediate.int_unit_names
),
budget_lines as (
  select bgt_id, agency_code, agency_name, fiscal_year from staging.stg_budget_lines
),
paid as (
  select
    coalesce(payments.agency_code, '') as agency_code,
    coalesce(payments.agency_name, '') as agency_name,
    coalesce(payments.fiscal_year, cast(extract(year from payments.pay_date) as integer)) as fiscal_year,
    coalesce(payments.agency_code, known.agency_code, given.agency_code, payments.agency_name, '（未填单位）') as own_unit,
    coalesce(lines.agency_code, line_names.agency_code, lines.agency_name) as line_unit,
    count(*) as payments
  from staging.stg_payments as payments
  left join unit_names as known on known.agency_name = payments.agency_name
  left join intermediate.int_agency_names as given on given.agency_name = payments.agency_name
  left join budget_lines as lines on lines.bgt_id = payments.bgt_id
  left join unit_names as line_names on line_names.agency_name = lines.agency_name
  group by
    coalesce(payments.agency_code, ''),
    coalesce(payments.agency_name, ''),
    coalesce(payments.fiscal_year, cast(extract(year from payments.pay_date) as integer)),
    coalesce(payments.agency_code, known.agency_code, given.agency_code, payments.agency_name, '（未填单位）'),
    coalesce(lines.agency_code, line_names.agency_code, lines.agency_name)
),
budgeted as (
  select distinct
    coalesce(lines.agency_code, names.agency_code, lines.agency_name) as unit,
    lines.fiscal_year
  from budget_lines as lines
  left join unit_names as names on names.agency_name = lines.agency_name
),
owned as (
  select
    own_unit,
    fiscal_year,
    line_unit,
    sum(payments) as payments,
    sum(sum(payments)) over (partition by own_unit, fiscal_year) as all_payments
  from paid
  group by own_unit, fiscal_year, line_unit
),
successors as (
  select owned.own_unit, owned.fiscal_year, owned.line_unit
  from owned
  left join budgeted on budgeted.unit = owned.own_unit and budgeted.fiscal_year = owned.fiscal_year
  where budgeted.unit is null and owned.line_unit is not null and owned.payments >= 0.9 * owned.all_payments
)
select distinct
  paid.agency_code,
  paid.agency_name,
  paid.fiscal_year,
  coalesce(successors.line_unit, paid.own_unit) as unit_key
from paid
left join successors on successors.own_unit = paid.own_unit and successors.fiscal_year = paid.fiscal_year
