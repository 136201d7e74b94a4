-- Budget years and months of the payments (null: not readable): how many payments fill each field that some rule cannot
-- do without, and a digest of all that the rules read of them and of their budget lines. Columns that others determine
-- are left out. A sum of hashes does not depend on order.
with lines as (
  select
    bgt_id,
    -- Two offices may use one number: a payment is still counted once.
    cast(sum(cast(hash(bgt_id, dep_bgt_eco_code, source_type_code, fund_type_code) as hugeint)) as varchar) as content
  from marts.budget_lines
  group by bgt_id
),
digested as (
  select
    payments.fiscal_year,
    payments.pay_month,
    payments.amount,
    payments.pay_date,
    payments.bgt_id,
    payments.payee_key,
    payments.set_mode,
    payments.use_des,
    payments.dep_bgt_eco_code,
    payments.contract_no,
    cast(
      hash(
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
        payments.amount,
        payments.pay_date,
        payments.set_mode,
        payments.use_des,
        payments.contract_no,
        payments.invoice_no,
        payments.currency,
        lines.content
      ) as hugeint
    ) as content
  from marts.payments as payments
  left join lines on lines.bgt_id = payments.bgt_id
)
select
  fiscal_year,
  pay_month,
  count(*) as payments,
  count(case when amount is null or pay_date is null then 1 end) as unreadable,
  count(bgt_id) as bgt_id,
  count(payee_key) as payee_name,
  count(set_mode) as set_mode,
  count(use_des) as use_des,
  count(dep_bgt_eco_code) as dep_bgt_eco_code,
  count(contract_no) as contract_no,
  cast(sum(content) as varchar) as content
from digested
group by fiscal_year, pay_month
order by fiscal_year, pay_month
