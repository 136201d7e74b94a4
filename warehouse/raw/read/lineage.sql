-- Every stored state of a record, the last seen first, as JSON beside its load and the moments at which it was seen.
with seen as (
  select stored.*, stored._observed_at as observed_at
  from {table} as stored
  where stored._record_key = $record_key::varchar
  union all
  select stored.*, repeats.observed_at
  from {table} as stored
  inner join raw.repeats as repeats on repeats.load_id = stored._load_id
  where stored._record_key = $record_key::varchar
  union all
  select stored.*, repeats.observed_at
  from {table} as stored
  inner join raw.sightings as sightings
    on sightings.record_key = stored._record_key and sightings.row_hash = stored._row_hash
  inner join raw.repeats as repeats on repeats.load_id = sightings.load_id
  where stored._record_key = $record_key::varchar and sightings.kind = $kind::varchar
  union all
  select stored.*, sightings.observed_at
  from {table} as stored
  inner join raw.sightings as sightings
    on sightings.record_key = stored._record_key and sightings.row_hash = stored._row_hash
  where stored._record_key = $record_key::varchar and sightings.kind = $kind::varchar
),
moments as (
  select
    _row_hash,
    _load_seq,
    _row_number,
    max(observed_at) as last_at,
    to_json(list(observed_at order by observed_at))::varchar as observed_at
  from seen
  group by _row_hash, _load_seq, _row_number
)
select
  stored._load_id as load_id,
  loads.source,
  stored._source_file as source_file,
  loads.file_hash,
  loads.format,
  loads.layout,
  stored._sheet as sheet,
  stored._row_number as row_number,
  stored._row_hash as row_hash,
  moments.observed_at,
  loads.finished_at as loaded_at,
  loads.actor,
  stored._extra as extra,
  to_json(stored)::varchar as stored_row
from {table} as stored
inner join raw.loads as loads on loads.load_id = stored._load_id
inner join moments
  on moments._row_hash = stored._row_hash
  and moments._load_seq = stored._load_seq
  and moments._row_number = stored._row_number
where stored._record_key = $record_key::varchar
  and (
    $identity::varchar is null
    or left(coalesce(stored._identity_hash, stored._row_hash), 8) = $identity::varchar
  )
order by
  {reported} desc nulls last,
  moments.last_at desc,
  stored._source_file desc,
  stored._load_seq desc,
  stored._row_number desc,
  stored._sheet desc,
  stored._row_hash
