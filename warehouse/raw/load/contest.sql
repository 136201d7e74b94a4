-- Business keys that name different records within this file: staging adds the identity hash to their record keys.
insert into raw.contested_keys
select $kind::varchar, _business_key
from keyed
where _business_key is not null
  and not exists (
    select 1
    from raw.contested_keys as known
    where known.kind = $kind::varchar and known.record_key = keyed._business_key
  )
group by _business_key
having min(_identity_hash) <> max(_identity_hash)
