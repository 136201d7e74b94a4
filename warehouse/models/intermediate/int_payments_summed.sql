-- 每条指标的支付合计；一行是一条指标
select
  bgt_id,
  sum(amount) as paid_amount,
  count(*) as payments,
  min(case when amount > 0 then pay_date end) as first_paid_on
from marts.payments
where bgt_id is not null
group by bgt_id
