-- How many of all payments repeat an amount paid to the same receiver: by purpose, and by receiver where some do. Only
-- payments that say what they were for; refunds left out. They are picked out once for the four times they are read.
with judged as materialized (
  select
    payee_key,
    hash(payee_key, amount) as paid_hash,
    coalesce(dep_bgt_eco_code, use_des, '') as purpose
  from marts.payments
  where
    amount > 0
    and pay_date is not null
    and payee_key is not null
    and (use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)
    and (
      use_des is null
      or not (
        use_des like '%退回%' or use_des like '%退款%' or use_des like '%冲销%' or use_des like '%冲正%'
        or use_des like '%红字%' or use_des like '%更正%' or use_des like '%退汇%'
      )
    )
),
-- Of the hashes of ten million pairs two are equal by chance once in a few hundred thousand data sets.
repeated as (
  select paid_hash
  from judged
  group by paid_hash
  having count(*) > 1
),
again as (
  select
    judged.payee_key,
    judged.purpose,
    count(*) as payments
  from judged
  inner join repeated on repeated.paid_hash = judged.paid_hash
  group by judged.payee_key, judged.purpose
),
purposes as (
  select purpose, count(*) as payments
  from judged
  group by purpose
),
purposes_again as (
  select purpose, sum(payments) as payments
  from again
  group by purpose
),
receivers_again as (
  select payee_key, sum(payments) as payments
  from again
  group by payee_key
),
receivers as (
  select judged.payee_key, count(*) as payments
  from judged
  inner join receivers_again on receivers_again.payee_key = judged.payee_key
  group by judged.payee_key
)
select
  'purpose' as kind,
  purposes.purpose as item,
  cast(purposes.payments as integer) as payments,
  cast(coalesce(purposes_again.payments, 0) as integer) as repeated
from purposes
left join purposes_again on purposes_again.purpose = purposes.purpose
union all
select
  'receiver' as kind,
  receivers.payee_key as item,
  cast(receivers.payments as integer) as payments,
  cast(receivers_again.payments as integer) as repeated
from receivers
inner join receivers_again on receivers_again.payee_key = receivers.payee_key
order by kind, item
