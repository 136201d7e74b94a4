-- How often equal amounts recur: by purpose, by receiver, and by the weekday and gap (in days) between successive equal
-- payments of one matter. Only payments that say what they were for; refunds left out.
with judged as (
  select
    payment_id,
    unit_key,
    payee_key,
    pro_code,
    use_des,
    contract_no,
    amount,
    pay_date,
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
equals as (
  select payee_key, amount, purpose, count(*) as payments
  from judged
  group by payee_key, amount, purpose
),
sized as (
  select payee_key, purpose, payments, sum(payments) over (partition by payee_key, amount) as group_size
  from equals
),
repeated as (
  select unit_key, payee_key, amount
  from judged
  group by unit_key, payee_key, amount
  having count(*) > 1
),
ordered as (
  select
    judged.pay_date,
    lag(judged.pay_date) over (
      partition by
        judged.unit_key, judged.payee_key, judged.amount, judged.pro_code, judged.use_des, judged.contract_no
      order by judged.pay_date, judged.payment_id
    ) as earlier_date
  from judged
  inner join repeated
    on repeated.unit_key = judged.unit_key
    and repeated.payee_key = judged.payee_key
    and repeated.amount = judged.amount
)
select
  'purpose' as kind,
  purpose as item,
  cast(sum(payments) as integer) as payments,
  cast(sum(case when group_size > 1 then payments else 0 end) as integer) as repeated
from sized
group by purpose
union all
select
  'receiver' as kind,
  payee_key as item,
  cast(sum(payments) as integer) as payments,
  cast(sum(case when group_size > 1 then payments else 0 end) as integer) as repeated
from sized
group by payee_key
having max(group_size) > 1
union all
select
  'mark' as kind,
  cast((extract(isodow from earlier_date) - 1) * 1000 + (pay_date - earlier_date) as varchar) as item,
  cast(count(*) as integer) as payments,
  cast(count(*) as integer) as repeated
from ordered
where pay_date - earlier_date <= 31
group by cast((extract(isodow from earlier_date) - 1) * 1000 + (pay_date - earlier_date) as varchar)
order by kind, item
