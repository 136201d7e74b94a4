-- Payments of matters (one unit, receiver, amount, project, purpose and contract) that were paid again within some days
-- under another voucher, seen over a budget year and the one before it. Left out: matters paid in a plain rhythm (weekly
-- to half-yearly, no day twice, no gap much shorter than the longest) whose invoices do not repeat.
with asked as (
  select unnest($years::integer[]) as asked_year
),
judged as (
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
    pay_date
  from marts.payments
  where
    amount > 0
    and pay_date is not null
    and payee_key is not null
    and (use_des is not null or contract_no is not null or char_length(replace(invoice_no, ' ', '')) >= 6)
    and fiscal_year in (select asked_year from asked union select asked_year - 1 from asked)
),
equals as (
  select fiscal_year as asked_year, unit_key, payee_key, amount
  from judged
  where fiscal_year in (select asked_year from asked)
  group by fiscal_year, unit_key, payee_key, amount
),
seen as (
  select judged.*, judged.fiscal_year as asked_year
  from judged
  where judged.fiscal_year in (select asked_year from asked)
  union all
  select judged.*, equals.asked_year
  from judged
  inner join equals
    on equals.asked_year = judged.fiscal_year + 1
    and equals.unit_key = judged.unit_key
    and equals.payee_key = judged.payee_key
    and equals.amount = judged.amount
),
repeated as (
  select asked_year, unit_key, payee_key, amount
  from seen
  group by asked_year, unit_key, payee_key, amount
  having count(*) > 1
),
ordered as (
  select
    seen.payment_id,
    seen.fiscal_year,
    seen.asked_year,
    seen.invoice_no,
    seen.pay_date - lag(seen.pay_date) over matter as gap,
    first_value(seen.payment_id) over matter as matter_id
  from seen
  inner join repeated
    on repeated.asked_year = seen.asked_year
    and repeated.unit_key = seen.unit_key
    and repeated.payee_key = seen.payee_key
    and repeated.amount = seen.amount
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
select ordered.payment_id, ordered.fiscal_year, ordered.asked_year
from ordered
inner join matters
  on matters.asked_year = ordered.asked_year and matters.matter_id = ordered.matter_id
order by ordered.payment_id, ordered.asked_year
