-- 自某时起可插播的事：红色疑点的案件经认定属实；一次分析发现了新热点（第一次分析除外）。一行是一件事，不带任何名称
select
  concat('case/', judged.event_id) as alert_id,
  'red-case' as kind,
  judged.at as happened_at
from state.case_events as judged
inner join state.case_events as opened
  on opened.case_id = judged.case_id and opened.kind = 'opened'
inner join analysis.findings as findings on findings.finding_id = opened.finding_id
where
  judged.kind = 'judged'
  and judged.outcome = 'confirmed'
  and findings.severity = '红'
  and judged.at >= $since::timestamp
union all
select
  concat('topics/', cast(events.happened_at as varchar)) as alert_id,
  'new-topic' as kind,
  events.happened_at
from analysis.topic_events as events
where
  events.kind = 'new'
  and events.happened_at >= $since::timestamp
  and exists (select 1 from analysis.topic_events as earlier where earlier.happened_at < events.happened_at)
group by events.happened_at
order by happened_at, alert_id
