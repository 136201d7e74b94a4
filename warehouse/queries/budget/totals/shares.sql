-- How many of all payments repeat an amount paid to the same receiver: by purpose, and by receiver where some do. Only
-- payments that say what they were for; refunds left out.
with judged as not materialized (
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
counted as (
  select
    judged.payee_key,
    judged.purpose,
    count(*) as payments,
    count(repeated.paid_hash) as repeated
  from judged
  left join repeated on repeated.paid_hash = judged.paid_hash
  group by judged.payee_key, judged.purpose
)
select
  'purpose' as kind,
  purpose as item,
  cast(sum(payments) as integer) as payments,
  cast(sum(repeated) as integer) as repeated
from counted
group by purpose
union all
select
  'receiver' as kind,
  payee_key as item,
  cast(sum(payments) as integer) as payments,
  cast(sum(repeated) as integer) as repeated
from counted
group by payee_key
having sum(repeated) > 0
order by kind, item
