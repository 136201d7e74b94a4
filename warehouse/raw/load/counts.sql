-- How the incoming rows divide.
select
  count(*) filter (where is_new) as accepted,
  count(*) filter (where not is_new) as unchanged,
  (select count(*) from raw.contested_keys where kind = $kind::varchar) as contested
from keyed
