-- Published replays of a load.
select load_id
from raw.loads
where replay_of = $load_id::varchar and status = 'published'
order by load_seq desc, load_id
