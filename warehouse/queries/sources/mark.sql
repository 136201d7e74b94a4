-- 一个来源增量取数的位置：最近一次成功的运行记下的
select mark
from state.source_events
where source = $source::varchar and type = 'ended' and outcome <> 'failed' and mark is not null
order by happened_at desc, event_id desc
limit 1
