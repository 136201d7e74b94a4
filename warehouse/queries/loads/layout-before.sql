-- 同一来源同一类别最近一批的表头
select file_name, layout
from raw.loads
where kind = $kind::varchar
  and source = $source::varchar
  and status = 'published'
  and replay_of is null
  and layout is not null
order by observed_at desc nulls last, load_seq desc
limit 1
