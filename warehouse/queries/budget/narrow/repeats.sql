-- Payments of matters (one unit, receiver, amount, project, purpose and contract) that were paid again within some days
-- under another voucher. Left out: matters paid in a plain rhythm (weekly to half-yearly, no day twice, no gap much
-- shorter than the longest) whose invoices do not repeat.
with judged as (
  select
    payment_id,
    unit_key,
    payee_key,
    amount,
    pro_code,
    use_des,
    contract_no,
    invoice_no,
    pay_cert_no,
    pay_date
  from marts.payments
  where
    amount > 0
    and pay_date is not null
    and payee_key is not null
    and (use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)
),
repeated as (
  select unit_key, payee_key, amount
  from judged
  group by unit_key, payee_key, amount
  having count(*) > 1
),
ordered as (
  select
    judged.*,
    pay_date - lag(pay_date) over (
      partition by
        judged.unit_key, judged.payee_key, judged.amount, judged.pro_code, judged.use_des, judged.contract_no
      order by judged.pay_date, judged.payment_id
    ) as gap
  from judged
  inner join repeated
    on repeated.unit_key = judged.unit_key
    and repeated.payee_key = judged.payee_key
    and repeated.amount = judged.amount
),
matters as (
  select
    unit_key,
    payee_key,
    amount,
    pro_code,
    use_des,
    contract_no
  from ordered
  group by unit_key, payee_key, amount, pro_code, use_des, contract_no
  having
    min(gap) <= $days::integer
    and not (
      count(*) >= 5
      and min(gap) >= 6
      and min(gap) >= 0.6 * max(gap)
      and count(invoice_no) = count(distinct invoice_no)
      and (
        max(gap) <= 8
        or (min(gap) >= 12 and max(gap) <= 16)
        or (min(gap) >= 25 and max(gap) <= 36)
      )
    )
)
select ordered.payment_id
from ordered
inner join matters
  on matters.unit_key = ordered.unit_key
  and matters.payee_key = ordered.payee_key
  and matters.amount = ordered.amount
  and coalesce(matters.pro_code, '') = coalesce(ordered.pro_code, '')
  and coalesce(matters.use_des, '') = coalesce(ordered.use_des, '')
  and coalesce(matters.contract_no, '') = coalesce(ordered.contract_no, '')
order by ordered.payment_id
