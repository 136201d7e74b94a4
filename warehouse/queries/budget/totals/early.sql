-- What each unit paid from a budget year's first day until before some days of its first quarter; what was carried over
-- and disaster relief left out.
with periods as (
  select unnest($of_years::integer[]) as fiscal_year, cast(unnest($ends::varchar[]) as date) as ends_before
)
select
  payments.unit_key,
  payments.fiscal_year,
  periods.ends_before,
  cast(sum(payments.amount) as decimal(18, 2)) as amount
from marts.payments as payments
inner join periods
  on periods.fiscal_year = payments.fiscal_year
  and periods.ends_before > payments.pay_date
left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
where
  payments.amount is not null
  and payments.fiscal_year in (select unnest($years::integer[]))
  and extract(year from payments.pay_date) = payments.fiscal_year
  and upper(coalesce(payments.currency, 'CNY')) = 'CNY'
  and coalesce(lines.source_type_code, '') not like '%结转%'
  and coalesce(payments.exp_func_code, '') not like '22407%'
  and not (
    payments.use_des is not null
    and (
      payments.use_des like '%救灾%' or payments.use_des like '%抗洪%' or payments.use_des like '%洪涝%' or payments.use_des like '%防汛%'
      or payments.use_des like '%抗旱%' or payments.use_des like '%抢险%' or payments.use_des like '%地震%' or payments.use_des like '%台风%'
      or payments.use_des like '%疫情防控%' or payments.use_des like '%应急救助%' or payments.use_des like '%灾后%' or payments.use_des like '%受灾%'
    )
  )
group by payments.unit_key, payments.fiscal_year, periods.ends_before
order by payments.unit_key, payments.fiscal_year, periods.ends_before
