-- Business keys that name different records within this file: staging adds the digest of what tells them apart to
-- their record keys.
insert into raw.contested_keys
with repeated as (
  select _business_key
  from keyed
  where _business_key is not null
  group by _business_key
  having count(*) > 1
)
select $kind::varchar, keyed._business_key
from keyed
semi join repeated on repeated._business_key = keyed._business_key
where not exists (
  select 1
  from raw.contested_keys as known
  where known.kind = $kind::varchar and known.record_key = keyed._business_key
)
group by keyed._business_key
having count(distinct coalesce(keyed._identity_hash, keyed._row_hash)) > 1
