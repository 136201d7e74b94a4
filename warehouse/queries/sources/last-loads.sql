-- 各来源每类数据最近一次载入；一行是一个来源的一类数据
select
  source,
  kind,
  max(finished_at) as last_at
from raw.loads
where status = 'published'
group by source, kind
order by source, kind
