-- 一个来源自某时起第一次成功接入的时间；with_empty 为真时没有新数据也算
select cast(min(happened_at) as timestamp) as happened_at
from state.source_events
where
  source = $source::varchar
  and type = 'ended'
  and happened_at >= $since::timestamp
  and (
    outcome in ('arrived', 'unchanged')
    or ($with_empty::boolean and outcome = 'empty')
  )
