-- Contested numbers the leaving load had a part in: they are judged again without it.
create temp table recontested as
select known.record_key
from raw.contested_keys as known
where known.kind = $kind::varchar
  and (
    known.record_key in (select record_key from leaving_keys)
    or known.record_key in (
      select record_key from raw.sightings where kind = $kind::varchar and load_id = $load_id::varchar
    )
  )
