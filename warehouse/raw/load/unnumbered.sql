-- The same with their digests and keys, where no row has a business key; `before`: what earlier segments of the load
-- stored. A row is named by its content and its count of occurrences within the file, so equal rows stay apart and
-- another reading of the file finds the same keys. A replay goes on counting where its file left off.
hashed as (
  select
    spread.*,
    md5(_cells) as _row_hash,
    {identity_hash} as _identity_hash
  from spread
),
earlier as (
  select before.row_hash, count(*) as copies
  from before
  where starts_with(before.record_key, 'h:' || before.row_hash || '#')
  group by before.row_hash
  union all
  select _row_hash as row_hash, count(*) as copies
  from seen
  where starts_with(_record_key, 'h:' || _row_hash || '#')
  group by _row_hash
  union all
  select _row_hash as row_hash, count(*) as copies
  from {table}
  where $replay_of::varchar is not null
    and _load_id in (select load_id from raw.loads where load_id = $replay_of::varchar or replay_of = $replay_of::varchar)
    and starts_with(_record_key, 'h:' || _row_hash || '#')
  group by _row_hash
  union all
  select row_hash, count(*) as copies
  from raw.sightings
  where $replay_of::varchar is not null
    and kind = $kind::varchar
    and load_id in (select load_id from raw.loads where load_id = $replay_of::varchar or replay_of = $replay_of::varchar)
    and starts_with(record_key, 'h:' || row_hash || '#')
  group by row_hash
),
counted as (
  select row_hash, sum(copies)::bigint as copies
  from earlier
  group by row_hash
),
named as (
  select
    hashed.*,
    'h:' || _row_hash || '#' || (
      coalesce(counted.copies, 0) + row_number() over (
        partition by _row_hash
        order by _sheet nulls first, _row_number
      )
    )::varchar as _record_key
  from hashed
  left join counted on counted.row_hash = hashed._row_hash
)
