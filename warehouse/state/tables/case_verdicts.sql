-- 每件案件现在的认定；一行是一件有认定的案件，认定后重新立案的不在内
create or replace view state.case_verdicts as
select
  ranked.case_id, -- 案件编号
  opened.rule, -- 规则
  ranked.outcome, -- confirmed 属实、explained 有合理解释、false-alarm 误报
  ranked.at -- 认定时间（UTC）
from (
  select
    events.*,
    row_number() over (partition by events.case_id order by events.version desc) as place
  from state.case_events as events
  where events.kind in ('judged', 'reopened')
) as ranked
inner join state.case_events as opened
  on opened.case_id = ranked.case_id and opened.kind = 'opened'
where ranked.place = 1 and ranked.kind = 'judged'
