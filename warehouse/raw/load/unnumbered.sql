-- The same with their digests and keys, where no row has a business key; `before`: what earlier segments of the load
-- stored. A row is named by what stays the same over a record's life and its count of occurrences within the file, so
-- equal rows stay apart, another reading of the file finds the same keys, and a later state finds its record. A replay
-- goes on counting where its file left off.
hashed as (
  select
    spread.*,
    md5(_cells) as _row_hash,
    {identity_hash} as _identity_hash
  from spread
),
lineage as (
  select load_id
  from raw.loads
  where load_id = $replay_of::varchar or replay_of = $replay_of::varchar
),
earlier as (
  select record_key
  from before
  union all
  select _record_key
  from seen
  union all
  select stored._record_key
  from {table} as stored
  semi join lineage on lineage.load_id = stored._load_id
  union all
  select sightings.record_key
  from raw.sightings as sightings
  semi join lineage on lineage.load_id = sightings.load_id
  where sightings.kind = $kind::varchar
),
counted as (
  select substr(record_key, 3, 32) as identity, count(*) as copies
  from earlier
  where starts_with(record_key, 'h:')
  group by identity
),
named as (
  select
    hashed.*,
    'h:' || coalesce(_identity_hash, _row_hash) || '#' || (
      coalesce(counted.copies, 0) + row_number() over (
        partition by coalesce(_identity_hash, _row_hash)
        order by _sheet nulls first, _row_number
      )
    )::varchar as _record_key
  from hashed
  left join counted on counted.identity = coalesce(hashed._identity_hash, hashed._row_hash)
)
