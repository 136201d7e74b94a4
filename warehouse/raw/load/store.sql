-- The new states of a segment go to the raw table.
insert into {table} (
  {columns}, _extra, _load_id, _source_file, _sheet, _row_number, _row_hash, _record_key, _identity_hash, _observed_at,
  _load_seq
)
with {rows}
select
  {columns},
  spread._extra,
  $load_id::varchar,
  $file_name::varchar,
  spread._sheet,
  spread._row_number,
  _row_hash,
  _record_key,
  _identity_hash,
  $observed_at::timestamp,
  $load_seq::bigint
from spread
inner join keyed
  on keyed._row_number = spread._row_number and keyed._sheet is not distinct from spread._sheet
where keyed.is_new
