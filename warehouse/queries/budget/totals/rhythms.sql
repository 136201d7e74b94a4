-- How often a weekday and gap (in days, at most 31) lie between successive equal payments of one matter in a year. Only
-- payments that say what they were for; refunds left out.
with judged as not materialized (
  select
    payment_id,
    fiscal_year,
    unit_key,
    payee_key,
    pro_code,
    use_des,
    contract_no,
    amount,
    pay_date,
    hash(fiscal_year, unit_key, payee_key, amount, pro_code, use_des, contract_no) as matter_hash
  from marts.payments
  where
    amount > 0
    and pay_date is not null
    and payee_key is not null
    and fiscal_year in (select unnest($years::integer[]))
    and (use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)
),
-- Equal matters have equal hashes; the few others that come along are told apart below.
repeated as (
  select matter_hash
  from judged
  group by matter_hash
  having count(*) > 1
),
ordered as (
  select
    judged.fiscal_year,
    judged.pay_date,
    lag(judged.pay_date) over (
      partition by
        judged.fiscal_year, judged.unit_key, judged.payee_key, judged.amount,
        judged.pro_code, judged.use_des, judged.contract_no
      order by judged.pay_date, judged.payment_id
    ) as earlier_date
  from judged
  inner join repeated on repeated.matter_hash = judged.matter_hash
  where
    judged.use_des is null
    or not (
      judged.use_des like '%退回%' or judged.use_des like '%退款%' or judged.use_des like '%冲销%' or judged.use_des like '%冲正%'
      or judged.use_des like '%红字%' or judged.use_des like '%更正%' or judged.use_des like '%退汇%'
    )
)
select
  fiscal_year,
  cast(extract(isodow from earlier_date) - 1 as integer) as weekday,
  pay_date - earlier_date as gap,
  cast(count(*) as integer) as pairs
from ordered
where pay_date - earlier_date <= 31
group by fiscal_year, cast(extract(isodow from earlier_date) - 1 as integer), pay_date - earlier_date
order by fiscal_year, weekday, gap
