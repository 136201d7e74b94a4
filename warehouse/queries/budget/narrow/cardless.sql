-- Payments of given economic codes, not by card, to receivers whose name is as short as a person's.
select payment_id, fiscal_year, pay_month
from marts.payments
where
  char_length(payee_name) between 2 and 4
  and substr(dep_bgt_eco_code, 1, 5) in (select unnest($codes::varchar[]))
  and amount >= $least::decimal(18, 2)
  and amount <= $most::decimal(18, 2)
  and coalesce(set_mode, '') not like '%公务卡%'
  and pay_month in (select unnest($months::varchar[]))
  and pay_date is not null
order by payment_id
