-- The rows of states that the warehouse has already.
insert into seen
with {spread}, {hashed}
select null, _row_number, _extra, _row_hash, _identity_hash, _record_key
from hashed
semi join {table} as stored
  on stored._record_key = hashed._record_key
    and stored._row_hash = hashed._row_hash
    and stored._load_seq < $load_seq::bigint
