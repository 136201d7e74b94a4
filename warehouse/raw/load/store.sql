-- The new states of a segment go to the raw table.
insert into {table} (
  {columns}, _extra, _load_id, _source_file, _sheet, _row_number, _row_hash, _record_key, _identity_hash, _observed_at,
  _load_seq
)
select
  {columns},
  _extra,
  $load_id::varchar,
  $file_name::varchar,
  _sheet,
  _row_number,
  _row_hash,
  _record_key,
  _identity_hash,
  $observed_at::timestamp,
  $load_seq::bigint
from segment
where is_new
