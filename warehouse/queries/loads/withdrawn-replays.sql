-- 随一批一起撤回的重放，及各自读过的行；什么也没有了结的重放不算
select
  replays.load_id,
  rows.sheet,
  rows.row_number
from raw.loads as loads
inner join raw.loads as replays
  on replays.replay_of = loads.load_id
  and replays.status = 'withdrawn'
  and replays.withdrawn_at = loads.withdrawn_at
inner join raw.replayed_rows as rows on rows.load_id = replays.load_id
inner join (
  select load_id, count(*) as asked
  from raw.replayed_rows
  group by load_id
) as sizes on sizes.load_id = replays.load_id and sizes.asked > replays.rows_quarantined
where loads.load_id = $load_id::varchar and loads.status = 'withdrawn'
order by replays.load_seq, rows.sheet nulls first, rows.row_number
