-- Payments of matters (one unit, receiver, amount, project, purpose and contract) that were paid again within some days
-- under another voucher, seen over a budget year and the one before it. Left out: matters paid in a plain rhythm (weekly
-- to monthly, or once in every calendar month; no day twice, no gap much shorter than the others) of which nothing was
-- paid back, in whatever year, and whose invoices do not repeat.
with asked as (
  select unnest($years::integer[]) as asked_year
),
judged as not materialized (
  select
    payment_id,
    fiscal_year,
    unit_key,
    payee_key,
    amount,
    pro_code,
    use_des,
    contract_no,
    invoice_no,
    pay_date,
    hash(unit_key, payee_key, amount, pro_code, use_des, contract_no) as matter_hash
  from marts.payments
  where
    amount > 0
    and pay_date is not null
    and payee_key is not null
    and (use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)
    and fiscal_year in (select asked_year from asked union select asked_year - 1 from asked)
),
-- Equal matters have equal hashes; the few others that come along are told apart below.
repeated as (
  select matter_hash
  from judged
  group by matter_hash
  having count(*) > 1
),
kept as (
  select judged.*, extract(year from judged.pay_date) * 12 + extract(month from judged.pay_date) as month_number
  from judged
  inner join repeated on repeated.matter_hash = judged.matter_hash
),
refunds as (
  select distinct unit_key, payee_key, -amount as amount
  from marts.payments
  where amount < 0 and payee_key is not null
),
seen as (
  select kept.*, asked.asked_year
  from kept
  inner join asked on kept.fiscal_year = asked.asked_year or kept.fiscal_year = asked.asked_year - 1
),
ordered as (
  select
    seen.payment_id,
    seen.fiscal_year,
    seen.asked_year,
    seen.invoice_no,
    seen.pay_date - lag(seen.pay_date) over matter as gap,
    seen.month_number - lag(seen.month_number) over matter as months_on,
    refunds.amount as refunded,
    first_value(seen.payment_id) over matter as matter_id
  from seen
  left join refunds
    on refunds.unit_key = seen.unit_key
    and refunds.payee_key = seen.payee_key
    and refunds.amount = seen.amount
  window matter as (
    partition by
      seen.asked_year, seen.unit_key, seen.payee_key, seen.amount,
      seen.pro_code, seen.use_des, seen.contract_no
    order by seen.pay_date, seen.payment_id
  )
),
matters as (
  select asked_year, matter_id
  from ordered
  group by asked_year, matter_id
  having
    max(fiscal_year) = asked_year
    and min(gap) <= $days::integer
    and not (
      count(*) >= 5
      and min(gap) >= 6
      and count(invoice_no) = count(distinct invoice_no)
      and count(refunded) = 0
      and (
        (
          min(gap) >= 0.6 * max(gap)
          and (
            max(gap) <= 8
            or (min(gap) >= 12 and max(gap) <= 16)
            or (min(gap) >= 25 and max(gap) <= 36)
          )
        )
        or (
          min(months_on) = 1
          and max(months_on) = 1
          and min(gap) >= 0.6 * percentile_disc(0.75) within group (order by gap)
        )
      )
    )
)
select ordered.payment_id, ordered.fiscal_year, ordered.asked_year
from ordered
inner join matters
  on matters.asked_year = ordered.asked_year and matters.matter_id = ordered.matter_id
order by ordered.payment_id, ordered.asked_year
