-- The new states of a segment, which comes as key.sql says, go to the raw table.
insert into {table} (
  {columns}, _extra, _load_id, _source_file, _sheet, _row_number, _row_hash, _record_key, _identity_hash, _observed_at,
  _load_seq
)
with texts as (
  select nullif(unnest($sheets::varchar[]), '') as _sheet, unnest($lines::varchar[]) as _lines
),
lines as (
  select _sheet, string_split(unnest(string_split(_lines, chr(10))), chr(9)) as parts
  from texts
),
parsed as (
  select
    _sheet,
    parts[1]::bigint as _row_number,
    nullif(parts[3], '') as _extra,
    from_json(parts[2], '["VARCHAR"]') as cells
  from lines
),
spread as (
  select {cells}, _extra, _sheet, _row_number
  from parsed
)
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
