-- The states change hands: same values, the heir's load, place and time.
insert into {table}
select
  {leaving_columns},
  heirs.extra,
  heirs.load_id,
  heirs.source_file,
  heirs.sheet,
  heirs.row_number,
  leaving._row_hash,
  leaving._record_key,
  leaving._identity_hash,
  heirs.observed_at,
  heirs.load_seq
from heirs
inner join (
  select stored.*, row_number() over (
    partition by stored._record_key, stored._row_hash
    order by stored._sheet nulls first, stored._row_number
  ) as copy
  from {table} as stored
  where stored._load_id = $load_id::varchar
) as leaving
  on leaving._record_key = heirs.record_key and leaving._row_hash = heirs.row_hash and leaving.copy = 1
order by heirs.load_seq, heirs.sheet nulls first, heirs.row_number
