-- Budget years of the payments (null: not readable): how many payments fill each field that some rule cannot do without,
-- and a digest of all that the rules read of them and of their budget lines. A sum of hashes does not depend on order.
with lines as (
  select
    bgt_id,
    -- Two offices may use one number: a payment is still counted once.
    cast(sum(cast(hash(bgt_id, dep_bgt_eco_code, source_type_code, fund_type_code) as hugeint)) as varchar) as content
  from marts.budget_lines
  group by bgt_id
)
select
  payments.fiscal_year,
  count(*) as payments,
  count(case when payments.amount is null or payments.pay_date is null then 1 end) as unreadable,
  count(payments.bgt_id) as bgt_id,
  count(payments.payee_key) as payee_name,
  count(payments.set_mode) as set_mode,
  count(payments.use_des) as use_des,
  count(payments.dep_bgt_eco_code) as dep_bgt_eco_code,
  count(payments.contract_no) as contract_no,
  cast(
    sum(
      cast(
        hash(
          payments.payment_id,
          payments.record_key,
          payments.source_file,
          payments.sheet,
          payments.row_number,
          payments.pay_cert_no,
          payments.bgt_id,
          payments.agency_code,
          payments.agency_name,
          payments.unit_key,
          payments.pro_code,
          payments.project_name,
          payments.exp_func_code,
          payments.dep_bgt_eco_code,
          payments.payee_name,
          payments.payee_acct_no,
          payments.payee_key,
          payments.amount,
          payments.pay_date,
          payments.pay_month,
          payments.set_mode,
          payments.use_des,
          payments.contract_no,
          payments.invoice_no,
          payments.currency,
          lines.content
        ) as hugeint
      )
    ) as varchar
  ) as content
from marts.payments as payments
left join lines on lines.bgt_id = payments.bgt_id
group by payments.fiscal_year
order by payments.fiscal_year
