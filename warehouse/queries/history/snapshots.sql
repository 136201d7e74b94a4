-- The days people froze, newest first; one of them when its id is given.
select
  snapshot_id,
  name,
  cast(as_of as varchar) as as_of,
  case when $snapshot_id::varchar is null then null else figures end as figures,
  actor,
  taken_at
from state.snapshots
where $snapshot_id::varchar is null or snapshot_id = $snapshot_id::varchar
order by taken_at desc, snapshot_id
