-- The rows of states that the warehouse has already.
insert into keyed
with {spread}, {hashed}
select null, _row_number, _extra, _record_key, _row_hash, _identity_hash, _record_key, false
from hashed
where not exists (select 1 from keyed where keyed._row_number = hashed._row_number)
