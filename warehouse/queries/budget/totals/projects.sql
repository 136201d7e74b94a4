-- Projects on which something was paid in a year.
select
  fiscal_year,
  pro_code
from marts.payments
where
  pro_code is not null
  and amount is not null
  and pay_date is not null
  and fiscal_year in (select unnest($years::integer[]))
group by fiscal_year, pro_code
order by fiscal_year, pro_code
