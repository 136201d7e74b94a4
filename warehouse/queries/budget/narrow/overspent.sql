-- Payments of budget lines on which more was paid than the line allows, unless the line is plainly in another unit of
-- money or left at zero.
select payments.payment_id, payments.fiscal_year
from marts.budget_lines as lines
inner join marts.payments as payments on payments.bgt_id = lines.bgt_id
where
  lines.paid_amount - lines.adjusted_amount > $tolerance::decimal(18, 2)
  and (lines.adjusted_amount <= 0 or lines.paid_amount < 1000 * lines.adjusted_amount)
  and not (lines.amount = 0 and lines.added_amount = 0 and lines.reduced_amount = 0)
  and payments.pay_date is not null
order by payments.payment_id
