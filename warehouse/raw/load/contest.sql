-- Business keys that name different records within this file: staging adds the digest of what tells them apart to
-- their record keys.
insert into raw.contested_keys
with {arrived}
select $kind::varchar, arrived._record_key
from arrived
semi join shared_keys on shared_keys._record_key = arrived._record_key
where not exists (
  select 1
  from raw.contested_keys as known
  where known.kind = $kind::varchar and known.record_key = arrived._record_key
)
group by arrived._record_key
having count(distinct coalesce(arrived._identity_hash, arrived._row_hash)) > 1
