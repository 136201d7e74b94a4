-- 单位按月执行；一行是一个单位、一个年度、一个月，没有支付的月份为零，到该年度有支付的最后一个月为止
with months as (
  select paid_months.fiscal_year, paid_months.month
  from (
    select all_years.fiscal_year, numbers.month, all_years.last_month
    from (
      select fiscal_year, max(month) as last_month
      from intermediate.int_agency_payments
      group by fiscal_year
    ) as all_years
    cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)) as numbers (month)
  ) as paid_months
  where paid_months.month <= paid_months.last_month
),
agencies as (
  select agency, fiscal_year, min(agency_code) as agency_code, min(agency_name) as agency_name
  from (
    select agency, fiscal_year, agency_code, agency_name from intermediate.int_agency_budgets
    union all
    select agency, fiscal_year, agency_code, agency_name from intermediate.int_agency_payments
  ) as mentioned
  group by agency, fiscal_year
)
select
  agencies.agency_code, -- 预算单位代码
  agencies.agency_name, -- 预算单位
  agencies.fiscal_year, -- 预算年度
  cast(months.month as integer) as month, -- 月份
  cast(coalesce(paid.paid_amount, 0) as decimal(18, 2)) as paid_amount, -- 当月支付（元）
  coalesce(paid.payments, 0) as payments, -- 当月支付笔数
  cast(
    sum(coalesce(paid.paid_amount, 0)) over (
      partition by agencies.agency, agencies.fiscal_year
      order by months.month
    ) as decimal(18, 2)
  ) as cumulative_paid, -- 年初至当月累计支付（元）
  cast(budgets.adjusted_budget as decimal(18, 2)) as adjusted_budget -- 全年调整后预算（元）
from agencies
inner join months on months.fiscal_year = agencies.fiscal_year
left join intermediate.int_agency_payments as paid
  on paid.agency = agencies.agency and paid.fiscal_year = agencies.fiscal_year and paid.month = months.month
left join intermediate.int_agency_budgets as budgets
  on budgets.agency = agencies.agency and budgets.fiscal_year = agencies.fiscal_year
