-- States seen again: a record may go back to an earlier state, and a load may be the only one left that brought it.
insert into raw.sightings (
  kind, record_key, row_hash, observed_at, load_id, load_seq, source_file, sheet, row_number, extra
)
select
  $kind::varchar,
  _record_key,
  _row_hash,
  $observed_at::timestamp,
  $load_id::varchar,
  $load_seq::bigint,
  $file_name::varchar,
  _sheet,
  _row_number,
  _extra
from seen
order by _sheet nulls first, _row_number
