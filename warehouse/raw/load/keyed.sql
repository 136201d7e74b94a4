-- Incoming rows with hash, key and whether the warehouse has the very same state already.
-- A row without a business key is named by its content and its count of occurrences within the file, so equal rows
-- stay apart and another reading of the file finds the same keys. A replay goes on counting where its file left off.
-- States that only later loads brought count as new: a load that is put back takes its place before them.
create temp table keyed as
with hashed as (
  select
    incoming.*,
    md5(to_json(list_value({columns}))::varchar) as _row_hash,
    md5(to_json(list_value({identity}))::varchar) as _identity_hash
  from incoming
),
earlier as (
  select _row_hash as row_hash, count(*) as copies
  from {table}
  where $replay_of::varchar is not null
    and _load_id in (select load_id from raw.loads where load_id = $replay_of::varchar or replay_of = $replay_of::varchar)
    and _record_key like 'h:%'
  group by _row_hash
  union all
  select row_hash, count(*) as copies
  from raw.sightings
  where $replay_of::varchar is not null
    and kind = $kind::varchar
    and load_id in (select load_id from raw.loads where load_id = $replay_of::varchar or replay_of = $replay_of::varchar)
    and record_key like 'h:%'
  group by row_hash
),
counted as (
  select row_hash, sum(copies)::bigint as copies
  from earlier
  group by row_hash
),
numbered as (
  select
    hashed.*,
    coalesce(
      _business_key,
      'h:' || _row_hash || '#' || (
        coalesce(counted.copies, 0) + row_number() over (
          partition by _row_hash, _business_key
          order by _sheet nulls first, _row_number
        )
      )::varchar
    ) as _record_key
  from hashed
  left join counted on counted.row_hash = hashed._row_hash
)
select
  numbered.*,
  not exists (
    select 1
    from {table} as stored
    where stored._record_key = numbered._record_key
      and stored._row_hash = numbered._row_hash
      and stored._load_seq < $load_seq::bigint
  ) as is_new
from numbered
