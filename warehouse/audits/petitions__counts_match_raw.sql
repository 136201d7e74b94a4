-- severity: error
-- 信访诉求的记录数与入库的记录数对不上
with stored as (
  select count(*) as records from latest.petitions
),
shown as (
  select count(*) as records from marts.voices where kind = 'petitions'
)
select stored.records as stored_records, shown.records as shown_records
from stored
cross join shown
where stored.records <> shown.records
