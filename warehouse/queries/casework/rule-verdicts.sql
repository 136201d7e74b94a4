-- 每条规则的认定结果；每个案件取现在的认定
select
  rule,
  count(*) filter (where outcome = 'confirmed') as confirmed,
  count(*) filter (where outcome = 'explained') as explained,
  count(*) filter (where outcome = 'false-alarm') as false_alarm
from state.case_verdicts
group by rule
order by rule
