-- States a load that is put back brings, stored so far under the name of a later load.
create temp table demoted as
with {arrived}
select distinct stored._record_key as record_key, stored._row_hash as row_hash
from {table} as stored
inner join arrived on arrived._record_key = stored._record_key and arrived._row_hash = stored._row_hash
where stored._load_seq > $load_seq::bigint
