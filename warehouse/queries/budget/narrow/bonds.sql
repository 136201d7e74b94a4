-- Payments of current spending (economic classes 301 to 303) on budget lines whose money comes from bonds.
select payments.payment_id, payments.fiscal_year, payments.pay_month
from marts.payments as payments
inner join marts.budget_lines as lines on lines.bgt_id = payments.bgt_id
where
  lines.fund_type_code like '%债%'
  and substr(coalesce(payments.dep_bgt_eco_code, lines.dep_bgt_eco_code), 1, 3) in ('301', '302', '303')
  and payments.amount is not null
  and payments.pay_date is not null
  and payments.pay_month in (select unnest($months::varchar[]))
order by payments.payment_id
