-- 各来源第一次为系统所知的时间；一行是一个来源
select
  source,
  cast(min(happened_at) as timestamp) as known_at
from state.source_events
group by source
order by source
