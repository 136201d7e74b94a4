-- Payments whose purpose names something that belongs under other economic codes than theirs (five digits).
with dictionary as (
  select unnest($words::varchar[]) as word, unnest($allowed::varchar[]) as allowed
),
purposes as (
  select distinct use_des, substr(dep_bgt_eco_code, 1, 5) as economic_code
  from marts.payments
  where
    use_des is not null
    and char_length(dep_bgt_eco_code) >= 5
    and amount >= $least::decimal(18, 2)
    and pay_month in (select unnest($months::varchar[]))
),
misplaced as (
  select distinct purposes.use_des, purposes.economic_code
  from purposes
  cross join dictionary
  where
    purposes.use_des like '%' || dictionary.word || '%'
    and dictionary.allowed not like '%' || purposes.economic_code || '%'
)
select payments.payment_id, payments.fiscal_year, payments.pay_month
from marts.payments as payments
inner join misplaced
  on misplaced.use_des = payments.use_des
  and misplaced.economic_code = substr(payments.dep_bgt_eco_code, 1, 5)
where
  payments.amount >= $least::decimal(18, 2)
  and payments.pay_month in (select unnest($months::varchar[]))
  and payments.pay_date is not null
order by payments.payment_id
