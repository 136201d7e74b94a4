-- The rows of a segment whose states the warehouse has already; its other rows are stored by now.
insert into seen
with {rows},
before as (
  select stored._record_key as record_key
  from {table} as stored
  anti join spread on spread._row_number = stored._row_number and spread._sheet is not distinct from stored._sheet
  where stored._load_seq = $load_seq::bigint
),
{named}
select _sheet, _row_number, _extra, _row_hash, _identity_hash, _record_key
from named
semi join {table} as stored
  on stored._record_key = named._record_key
    and stored._row_hash = named._row_hash
    and stored._load_seq < $load_seq::bigint
