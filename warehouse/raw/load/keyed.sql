-- All rows of one file with hash, key and whether the warehouse has the very same state already; filled by key.sql.
create temp table keyed as
select
  {columns},
  _extra,
  _sheet,
  _row_number,
  null::varchar as _business_key,
  _row_hash,
  _identity_hash,
  _record_key,
  false as is_new
from {table}
limit 0
