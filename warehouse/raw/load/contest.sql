-- Business keys that name different records within this file: staging adds the digest of what tells them apart to
-- their record keys.
insert into raw.contested_keys
with {arrived},
repeated as (
  select _record_key
  from arrived
  where not starts_with(_record_key, 'h:' || coalesce(_identity_hash, _row_hash) || '#')
  group by _record_key
  having count(*) > 1
)
select $kind::varchar, arrived._record_key
from arrived
semi join repeated on repeated._record_key = arrived._record_key
where not exists (
  select 1
  from raw.contested_keys as known
  where known.kind = $kind::varchar and known.record_key = arrived._record_key
)
group by arrived._record_key
having count(distinct coalesce(arrived._identity_hash, arrived._row_hash)) > 1
