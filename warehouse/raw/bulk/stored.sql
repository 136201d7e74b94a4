-- What was stored, as the following steps of a load know it.
insert into keyed
select null, _row_number, null, _record_key, _row_hash, _identity_hash, _record_key, true
from {table}
where _load_seq = $load_seq::bigint and _load_id = $load_id::varchar
