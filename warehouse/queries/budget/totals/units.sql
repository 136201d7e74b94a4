-- The spellings of each unit that a year's payments name.
select
  fiscal_year,
  unit_key,
  agency_code,
  agency_name
from marts.payments
where unit_key is not null and fiscal_year in (select unnest($years::integer[]))
group by fiscal_year, unit_key, agency_code, agency_name
order by fiscal_year, unit_key, agency_code, agency_name
