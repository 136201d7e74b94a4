-- Payments of a unit and year that cannot be joined to a budget line.
select
  payments.unit_key,
  payments.fiscal_year,
  count(*) as payments,
  cast(sum(payments.amount) as decimal(18, 2)) as amount
from marts.payments as payments
left join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
where
  lines.bgt_id is null
  and payments.amount is not null
  and payments.pay_date is not null
  and payments.fiscal_year in (select unnest($years::integer[]))
group by payments.unit_key, payments.fiscal_year
order by payments.unit_key, payments.fiscal_year
