-- The spellings of each unit that payments name.
select
  unit_key,
  agency_code,
  agency_name
from marts.payments
where unit_key is not null
group by unit_key, agency_code, agency_name
order by unit_key, agency_code, agency_name
