-- Numbers that the replayed rows bring.
create temp table recontested as
with {arrived}
select distinct _record_key as record_key
from arrived
where _record_key not like 'h:%'
