-- What each unit paid on each day of a budget year's first quarter; what was carried over and disaster relief left out.
select
  payments.unit_key,
  payments.fiscal_year,
  payments.pay_date,
  cast(sum(payments.amount) as decimal(18, 2)) as amount
from marts.payments as payments
left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
where
  payments.amount is not null
  and payments.fiscal_year in (select unnest($years::integer[]))
  and extract(year from payments.pay_date) = payments.fiscal_year
  and extract(month from payments.pay_date) <= 3
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
group by payments.unit_key, payments.fiscal_year, payments.pay_date
order by payments.unit_key, payments.fiscal_year, payments.pay_date
