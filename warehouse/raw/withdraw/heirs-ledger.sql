-- What was unchanged to the heirs is now theirs.
update raw.loads
set rows_accepted = rows_accepted + moved.rows, rows_unchanged = rows_unchanged - moved.rows
from (select load_id, count(*) as rows from heirs group by load_id) as moved
where loads.load_id = moved.load_id
