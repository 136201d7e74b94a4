-- States that leave, and contested numbers they had a part in.
create temp table leaving_keys as
select distinct _record_key as record_key, _row_hash as row_hash
from {table}
where _load_id = $load_id::varchar
