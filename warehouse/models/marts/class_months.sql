-- 单位按支出类别按月执行；一行是一个单位、一个年度、一类支出、一个月，没有支付的月份没有行；只计人民币
with line_codes as (
  select bgt_id, min(dep_bgt_eco_code) as dep_bgt_eco_code
  from marts.budget_lines
  group by bgt_id
),
dated as (
  select
    coalesce(payments.agency_code, payments.agency_name) as unit_code,
    payments.agency_name,
    payments.fiscal_year,
    coalesce(classes.spending_class, '其他') as spending_class,
    case
      when extract(year from payments.pay_date) > payments.fiscal_year then 12
      when extract(year from payments.pay_date) < payments.fiscal_year then 1
      else cast(extract(month from payments.pay_date) as integer)
    end as month,
    payments.pay_date,
    payments.amount
  from marts.payments as payments
  left join line_codes on line_codes.bgt_id = payments.bgt_id
  left join intermediate.int_spending_classes as classes
    on classes.economic_class = substr(coalesce(payments.dep_bgt_eco_code, line_codes.dep_bgt_eco_code), 1, 3)
  where payments.pay_date is not null
    and payments.fiscal_year is not null
    and coalesce(payments.agency_code, payments.agency_name) is not null
    and coalesce(payments.currency, 'CNY') = 'CNY'
)
select
  unit_code, -- 预算单位代码，没有代码的用名称
  min(agency_name) as agency_name, -- 预算单位
  fiscal_year, -- 预算年度
  spending_class, -- 支出类别（部门经济科目的类）
  month, -- 月份；年度结束后支付的计入 12 月
  cast(sum(amount) as decimal(18, 2)) as paid_amount, -- 支付（元，退回按负数计）
  count(*) as payments, -- 支付笔数
  max(pay_date) as last_paid_on -- 最后支付日期
from dated
group by unit_code, fiscal_year, spending_class, month
