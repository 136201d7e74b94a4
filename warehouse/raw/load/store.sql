-- New states go to the raw table.
insert into {table}
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
from keyed
where is_new
