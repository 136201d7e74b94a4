-- Business keys of some records (temp.recontested) that name more than one record: within one file, its replays
-- included, or between two states that agree in nothing that tells records apart. Says the same as contest.sql and
-- contest-stored.sql do row by row while files arrive.
insert into raw.contested_keys
with stored as (
  select stored.*
  from {table} as stored
  inner join recontested on recontested.record_key = stored._record_key
),
shown as (
  select
    _record_key as record_key,
    coalesce(_identity_hash, _row_hash) as identity_hash,
    _load_id as load_id
  from stored
  union all
  select sightings.record_key, coalesce(stored._identity_hash, stored._row_hash), sightings.load_id
  from raw.sightings as sightings
  inner join stored
    on stored._record_key = sightings.record_key and stored._row_hash = sightings.row_hash
  where sightings.kind = $kind::varchar
),
within_file as (
  select shown.record_key
  from shown
  inner join raw.loads as loads on loads.load_id = shown.load_id
  group by shown.record_key, coalesce(loads.replay_of, loads.load_id)
  having count(distinct shown.identity_hash) > 1
),
between_files as (
  select keyed._record_key as record_key
  from stored as keyed
  inner join stored on stored._record_key = keyed._record_key
  where $compare::boolean
    and list_count(list_value({keyed_distinguishing})) = len(list_value({keyed_distinguishing}))
    and list_count(list_value({stored_distinguishing})) = len(list_value({stored_distinguishing}))
    and not list_has_any(list_value({keyed_distinguishing}), list_value({stored_distinguishing}))
),
found as (
  select record_key from within_file
  union
  select record_key from between_files
)
select $kind::varchar, found.record_key
from found
where not exists (
  select 1
  from raw.contested_keys as known
  where known.kind = $kind::varchar and known.record_key = found.record_key
)
order by found.record_key
