-- What the master data knows: codes and names of units, ids of budget lines, names of regions.
select distinct master, name
from (
  select 'agency_code' as master, agency_code as name from marts.units
  union all
  select 'agency_name', agency_name from marts.units
  union all
  select 'agency_alias', aliases from marts.units
  union all
  select 'bgt_id', bgt_id from marts.budget_lines
  union all
  select 'region_name', region_name from marts.regions
) as known
where name is not null
order by master, name
