-- Numbers that the replayed rows bring.
create temp table recontested as
with {arrived}
select distinct _record_key as record_key
from arrived
where not starts_with(_record_key, 'h:' || coalesce(_identity_hash, _row_hash) || '#')
