-- Sums per unit and year of the economic codes (five digits) some rule watches, by the payment's own code or its line's.
with coded as (
  select
    payments.unit_key,
    payments.fiscal_year,
    substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 5) as economic_code,
    payments.amount
  from marts.payments as payments
  left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
  where
    payments.amount is not null
    and payments.pay_date is not null
    and payments.fiscal_year in (select unnest($years::integer[]))
)
select
  unit_key,
  fiscal_year,
  economic_code,
  cast(sum(amount) as decimal(18, 2)) as amount,
  count(*) as payments
from coded
where economic_code in (select unnest($codes::varchar[]))
group by unit_key, fiscal_year, economic_code
order by unit_key, fiscal_year, economic_code
