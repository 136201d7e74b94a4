-- The register of units as the rule engine reads it.
select
  agency_code,
  agency_name,
  unit_kind,
  parent_code,
  head_count
from marts.units
where agency_code is not null
order by agency_code
