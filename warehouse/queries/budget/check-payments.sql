-- The payments that the rules look at one by one, as the rule engine reads them; it puts them in order itself.
-- The ids are one JSON text: hundreds of thousands bound one by one would take longer than the reading.
select
  record_key,
  source_file,
  sheet,
  row_number,
  pay_cert_no,
  bgt_id,
  fiscal_year,
  unit_key,
  pro_code,
  project_name,
  exp_func_code,
  dep_bgt_eco_code,
  payee_name,
  payee_acct_no,
  amount,
  pay_date,
  set_mode,
  use_des,
  contract_no,
  invoice_no,
  currency
from marts.payments
where
  fiscal_year in (select unnest($years::integer[]))
  and payment_id in (select unnest(from_json($ids::varchar, '["VARCHAR"]')))
  and amount is not null
  and pay_date is not null
