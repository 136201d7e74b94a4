-- How many payments fill each field that some rule cannot do without, and how many cannot be read at all.
select
  count(*) as payments,
  count(case when amount is null or pay_date is null then 1 end) as unreadable,
  count(bgt_id) as bgt_id,
  count(payee_key) as payee_name,
  count(set_mode) as set_mode,
  count(use_des) as use_des,
  count(dep_bgt_eco_code) as dep_bgt_eco_code,
  count(contract_no) as contract_no
from marts.payments
