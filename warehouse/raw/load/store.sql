-- The new states of a segment go to the raw table. States that only later loads brought count as new: a load that is
-- put back takes its place before them.
insert into {table} (
  {columns}, _extra, _load_id, _source_file, _sheet, _row_number, _row_hash, _record_key, _identity_hash, _observed_at,
  _load_seq
)
with {rows},
before as (
  select _record_key as record_key
  from {table}
  where _load_seq = $load_seq::bigint
),
{named}
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
from named
anti join {table} as stored
  on stored._record_key = named._record_key
    and stored._row_hash = named._row_hash
    and stored._load_seq < $load_seq::bigint
