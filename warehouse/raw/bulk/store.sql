-- New states go to the raw table, as load/store.sql puts them there.
insert into {table} (
  {columns}, _extra, _load_id, _source_file, _sheet, _row_number, _row_hash, _record_key, _identity_hash, _observed_at,
  _load_seq
)
with {spread}, {hashed}
select
  {columns},
  _extra,
  $load_id::varchar,
  $file_name::varchar,
  null,
  _row_number,
  _row_hash,
  _record_key,
  _identity_hash,
  $observed_at::timestamp,
  $load_seq::bigint
from hashed
anti join {table} as stored
  on stored._record_key = hashed._record_key
    and stored._row_hash = hashed._row_hash
    and stored._load_seq < $load_seq::bigint
