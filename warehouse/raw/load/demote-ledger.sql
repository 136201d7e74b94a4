-- What was theirs is now unchanged to them.
update raw.loads
set rows_accepted = rows_accepted - moved.rows, rows_unchanged = rows_unchanged + moved.rows
from (
  select stored._load_id as load_id, count(*) as rows
  from {table} as stored
  inner join demoted on demoted.record_key = stored._record_key and demoted.row_hash = stored._row_hash
  where stored._load_seq > $load_seq::bigint
  group by stored._load_id
) as moved
where loads.load_id = moved.load_id
