-- Keys made of whole rows beside those that load/unnumbered.sql gives today.
create temp table rekeyed as
with stored as (
  select *
  from {table}
  where _identity_hash is not null and starts_with(_record_key, 'h:' || _row_hash || '#')
),
shown as (
  select
    _record_key as record_key,
    _identity_hash as identity,
    _load_id as load_id,
    _load_seq as load_seq,
    _sheet as sheet,
    _row_number as row_number,
    true as is_stored
  from stored
  union all
  select
    stored._record_key,
    stored._identity_hash,
    sightings.load_id,
    sightings.load_seq,
    sightings.sheet,
    sightings.row_number,
    false
  from stored
  inner join raw.sightings as sightings
    on sightings.kind = $kind::varchar and sightings.record_key = stored._record_key
),
counted as (
  select
    shown.*,
    row_number() over (
      partition by coalesce(loads.replay_of, loads.load_id), shown.identity
      order by shown.load_seq, shown.sheet nulls first, shown.row_number
    ) as copy
  from shown
  inner join raw.loads as loads on loads.load_id = shown.load_id
)
select record_key, 'h:' || identity || '#' || copy::varchar as new_key
from counted
where is_stored
