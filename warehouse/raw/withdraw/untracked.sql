-- Later loads of the kind whose repeated rows were not noted (by versions before 0.2): they would be lost.
select loads.load_id
from raw.loads as loads
left join (
  select load_id, count(*) as rows
  from raw.sightings
  where kind = $kind::varchar
  group by load_id
) as noted on noted.load_id = loads.load_id
where loads.kind = $kind::varchar
  and loads.status = 'published'
  and loads.load_seq > $load_seq::bigint
  and loads.rows_unchanged > coalesce(noted.rows, 0)
order by loads.load_id
