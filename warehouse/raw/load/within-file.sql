-- Rows of the load that make no record of their own: those that say again what an earlier row says, and those that bring
-- another state of a record that the load has already.
with {arrived},
records as (
  select count(*) as rows, count(distinct arrived._row_hash) as states
  from arrived
  semi join shared_keys on shared_keys._record_key = arrived._record_key
  group by arrived._record_key, coalesce(arrived._identity_hash, arrived._row_hash)
)
select coalesce(sum(rows - states), 0)::bigint as repeated, coalesce(sum(states - 1), 0)::bigint as superseded
from records
