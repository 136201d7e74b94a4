-- Incoming rows with hash, key and whether the warehouse has the very same state already.
-- A row without a business key is named by its content and its count of occurrences within the file, so equal rows
-- stay apart and another reading of the file finds the same keys.
create temp table keyed as
with hashed as (
  select
    incoming.*,
    md5(to_json(list_value({columns}))::varchar) as _row_hash,
    md5(to_json(list_value({identity}))::varchar) as _identity_hash
  from incoming
),
numbered as (
  select
    hashed.*,
    coalesce(
      _business_key,
      'h:' || _row_hash || '#' || row_number() over (
        partition by _row_hash, _business_key
        order by _sheet nulls first, _row_number
      )::varchar
    ) as _record_key
  from hashed
)
select
  numbered.*,
  not exists (
    select 1
    from {table} as stored
    where stored._record_key = numbered._record_key and stored._row_hash = numbered._row_hash
  ) as is_new
from numbered
