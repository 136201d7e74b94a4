-- severity: error
-- 单位按支出类别按月执行的合计与支付明细对不上（精确到分）
with months as (
  select fiscal_year, sum(paid_amount) as amount, sum(payments) as payments
  from marts.class_months
  group by fiscal_year
),
detail as (
  select fiscal_year, sum(amount) as amount, count(*) as payments
  from marts.payments
  where pay_date is not null
    and coalesce(agency_code, agency_name) is not null
    and fiscal_year is not null
    and coalesce(currency, 'CNY') = 'CNY'
  group by fiscal_year
)
select
  coalesce(months.fiscal_year, detail.fiscal_year) as fiscal_year,
  months.amount as months_amount,
  detail.amount as payments_amount
from months
full outer join detail on detail.fiscal_year = months.fiscal_year
where coalesce(months.amount, 0) <> coalesce(detail.amount, 0)
  or coalesce(months.payments, 0) <> coalesce(detail.payments, 0)
order by fiscal_year
