-- Business keys that more than one row of the load bears.
create temp table shared_keys as
with {arrived}
select _record_key
from arrived
where not starts_with(_record_key, 'h:' || coalesce(_identity_hash, _row_hash) || '#')
group by _record_key
having count(*) > 1
