-- How the incoming rows divide.
select
  count(*) filter (where is_new) as accepted,
  count(*) filter (where not is_new) as unchanged
from keyed
